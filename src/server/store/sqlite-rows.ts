import * as v from 'valibot'
import { RoomStart } from '../../protocol/session.ts'
import { Id, LinkRole, Role, RoomMode } from '../../protocol/types.ts'
import type { StoredRoom } from './store.ts'

// What cannot be read any more is as if it had never been set.
const Start = v.fallback(v.nullable(v.pipe(v.string(), v.parseJson(), RoomStart)), null)
export const RoomRow = v.pipe(
  v.object({
    id: Id,
    name: v.string(),
    mode: RoomMode,
    hostName: v.string(),
    createdAt: v.number(),
    session: v.nullable(Id),
    start: Start,
    deletedAt: v.nullable(v.number()),
  }),
  v.transform(({ start, deletedAt, ...room }): StoredRoom => ({
    ...room,
    ...(start !== null && { start }),
    ...(deletedAt !== null && { deletedAt }),
  })),
)
export const LinkRow = v.object({
  id: Id,
  room: Id,
  role: LinkRole,
  key: v.string(),
  revokedAt: v.nullable(v.number()),
})
// SQLite has no booleans.
const Flag = v.pipe(
  v.number(),
  v.transform((flag) => flag !== 0),
)
export const PersonRow = v.object({
  id: Id,
  room: Id,
  name: v.string(),
  role: Role,
  key: v.string(),
  lowered: Flag,
  seenAt: v.number(),
  guest: v.pipe(
    v.nullable(v.string()),
    v.transform((guest) => guest ?? undefined),
  ),
})
export const EventRow = v.object({ seq: v.number(), event: v.string() })
export const OwnerRow = v.object({ owner: v.nullable(v.string()), token: v.number(), beat: v.number() })
export const SnapshotRow = v.object({
  seq: v.number(),
  rules: v.string(),
  state: v.instance(Uint8Array),
  rewritten: v.number(),
})
