import type { Event } from '../../protocol/events.ts'
import type { Measured } from '../../protocol/rehearsal.ts'
import type { RoomId } from '../../protocol/types.ts'
import type { Rehearse } from '../rehearse/rehearse.ts'
import type { RoomPeople } from './room-people.ts'

export type RehearsalBotsNeeds = {
  room: RoomId
  rehearse: Rehearse
  people: RoomPeople
  /** How many bots are inside now. */
  inside: () => number
  measured: (measured: Measured) => void
}

/** The bots of a room: they come with a rehearsal, and are forgotten with it. Ends with `close`. [REHEARSE-4] */
export class RehearsalBots {
  readonly #needs: RehearsalBotsNeeds
  #end: (() => void) | null = null

  constructor(needs: RehearsalBotsNeeds) {
    this.#needs = needs
  }

  /** Follows what has just happened in the session. */
  follow(event: Event): void {
    const { room, rehearse, people, inside, measured } = this.#needs
    if (event.type === 'rehearsalStarted') this.#end = rehearse({ room, bots: event.bots, inside, measured })
    if (event.type !== 'rehearsalStopped') return
    this.close()
    people.forgetBots()
  }

  close(): void {
    this.#end?.()
    this.#end = null
  }
}
