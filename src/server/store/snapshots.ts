import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { deserialize, serialize } from 'node:v8'
import type { Millis, SessionId } from '../../protocol/types.ts'
import { evolve } from '../../rules/evolve.ts'
import { nothingYet, type Session } from '../../rules/session/session.ts'
import type { Snapshot, Store } from './store.ts'

/** A session as its log has it; `next`: the number of the event to come, `lastAt`: the time of the last. */
export type Loaded = { session: Session; next: number; lastAt: Millis; unreadable: number[]; rewritten: number }

type Packed = { session: Session; lastAt: Millis }

/**
 * What a snapshot is good for: the rules that made it, in this Node, whose tables put names in order. Where either is another, the log
 * is read from its beginning.
 */
export const RULES = fingerprintOf(fileURLToPath(new URL('../..', import.meta.url)))

function fingerprintOf(src: string): string {
  const hash = createHash('sha256').update(process.version)
  const files = globSync(['rules/**/*.ts', 'protocol/**/*.ts'], { cwd: src }).filter((file) => !file.includes('.test.'))
  for (const file of files.toSorted()) hash.update(readFileSync(join(src, file)))
  return hash.digest('base64url')
}

/** A session from its snapshot and what happened after it; from the whole log where the snapshot is missing, torn, or of other rules. */
export async function loadSession(store: Store, id: SessionId): Promise<Loaded> {
  const snapshot = await store.snapshot(id)
  const packed = snapshot && unpack(snapshot)
  const from = packed ? snapshot.seq : 0
  const { next, ...log } = await store.loadFrom(id, from)
  // A snapshot that is ahead of the log is of another log.
  if (next < from) return loaded({ session: nothingYet(), lastAt: 0 }, await store.loadFrom(id, 0))
  // Nor is one that was rewritten since: what was taken out of it is still in the snapshot. [KEEP-9]
  if (packed && snapshot.rewritten !== log.rewritten)
    return loaded({ session: nothingYet(), lastAt: 0 }, await store.loadFrom(id, 0))
  return loaded(packed ?? { session: nothingYet(), lastAt: 0 }, { next, ...log })
}

function loaded({ session, lastAt }: Packed, { events, ...rest }: Awaited<ReturnType<Store['loadFrom']>>): Loaded {
  for (const event of events) evolve(session, event)
  return { session, lastAt: events.at(-1)?.at ?? lastAt, ...rest }
}

/** Makes the snapshot of a session anew. */
export async function renewSnapshot(store: Store, id: SessionId): Promise<void> {
  const { session, next, lastAt, rewritten } = await loadSession(store, id)
  await store.putSnapshot(id, { seq: next, rules: RULES, state: pack({ session, lastAt }), rewritten })
}

/** The SHA-256 of what follows it, and the session as V8 writes it. */
function pack(packed: Packed): Uint8Array {
  const state = serialize(packed)
  return Buffer.concat([sumOf(state), state])
}

function unpack({ rules, state }: Snapshot): Packed | null {
  if (rules !== RULES || state.byteLength <= SUM_BYTES) return null
  const content = state.subarray(SUM_BYTES)
  if (!sumOf(content).equals(state.subarray(0, SUM_BYTES))) return null
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- nobody but `pack` of these rules writes what has this sum
  return deserialize(content) as Packed
}

const SUM_BYTES = 32

function sumOf(state: Uint8Array): Buffer {
  return createHash('sha256').update(state).digest()
}
