import * as v from 'valibot'
import type { FastifyRequest } from 'fastify'
import type { Refusal } from '../../protocol/refusals.ts'
import { Id, type PersonId, type Role, type RoomId } from '../../protocol/types.ts'
import { can, type Verb } from '../../rules/permissions/policy.ts'
import type { AppContext } from '../app-context.ts'
import { byName } from '../members/memberships.ts'
import type { Room } from '../rooms/room.ts'

/** Who asks about a room: who they are there, and the name and the role that count. */
type Standing = { id: PersonId; role: Role; name: string }
type Denied = { refusal: Refusal; host?: string }

/** Looks up who may do what with a room from outside of it. */
export class RoomAccess {
  readonly #context: AppContext

  constructor(context: AppContext) {
    this.#context = context
  }

  /**
   * The room of an id with who asks, by the `Cookie` header, where they may do a thing with it; else why not, and whom to ask. Whoever was
   * removed from the room may nothing.
   */
  async roomFor(
    { room: id, header }: { room: RoomId | null; header: string | undefined },
    verb: Verb,
  ): Promise<{ live: Room; who: Standing } | Denied> {
    const live = id === null ? null : await this.#context.rooms.room(id)
    if (!live) return { refusal: 'room-unknown' }
    if (live === 'elsewhere') return { refusal: 'room-moved' }
    if (live === 'deleted') return { refusal: 'room-deleted' }
    const known = await this.#context.visitors.inRoom(header, live)
    const you = known && (await live.may(known.id, verb)) ? await live.whoIs(known.id) : null
    return you
      ? { live, who: { id: you.id, role: you.role, name: you.name } }
      : { refusal: 'not-allowed', host: live.room.hostName }
  }

  /** Whether somebody may do a thing with a room that is deleted for now, by what is kept of them. [ROOM-8] */
  async mayInDeleted(header: string | undefined, room: RoomId, verb: Verb): Promise<boolean> {
    const { accounts, database, store, visitors } = this.#context
    const account = await accounts.who(header)
    const named = account ? (await byName(database, room, account)).role : null
    const known = await visitors.whoIs(header, room, async (key) => await store.personByKey(room, key))
    return (named !== null && can({ role: named }, verb)) || (known !== null && can(known, verb))
  }
}

/** The room that the address of a request names, null where it names none that could be; and the `Cookie` header. */
export function askedIn({ params, headers }: FastifyRequest): { room: RoomId | null; header: string | undefined } {
  const read = v.safeParse(v.object({ room: Id }), params)
  return { room: read.success ? read.output.room : null, header: headers.cookie }
}
