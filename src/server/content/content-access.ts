import type { FastifyRequest } from 'fastify'
import type { Refusal } from '../../protocol/refusals.ts'
import type { PersonId, RoomId } from '../../protocol/types.ts'
import { isModerator } from '../../rules/permissions/policy.ts'
import type { AppContext } from '../app-context.ts'
import { askedIn, RoomAccess } from '../portal/room-access.ts'

/** Whoever may bring files to a room: who they are there, and whether they run it. */
export type Bringer = { room: RoomId; person: PersonId; runs: boolean }

/** Looks up, for a request, who brings files to the room of its address. */
export class ContentAccess {
  readonly #access: RoomAccess

  constructor(context: AppContext) {
    this.#access = new RoomAccess(context)
  }

  /** Who asks, where they prepare content or are inside with the permission *Present content*; else why not. [CONTENT-1] */
  async bringerOf(request: FastifyRequest): Promise<Bringer | { refusal: Refusal; host?: string }> {
    const asked = askedIn(request)
    const prepares = await this.#access.roomFor(asked, 'prepareContent')
    const found =
      'refusal' in prepares && prepares.refusal === 'not-allowed'
        ? await this.#access.roomFor(asked, 'presentContent')
        : prepares
    if ('refusal' in found) return found
    const { live, who } = found
    return { room: live.room.id, person: who.id, runs: isModerator(who.role) }
  }
}
