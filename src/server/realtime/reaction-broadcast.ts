import type { Command } from '../../protocol/commands.ts'
import type { Downward } from '../../protocol/frames.ts'
import type { Refusal } from '../../protocol/refusals.ts'
import { Reaction, type Millis, type PersonId, type Reactions } from '../../protocol/types.ts'
import { decide } from '../../rules/decide.ts'
import { isRejection } from '../../rules/outcome.ts'
import type { Session } from '../../rules/session/session.ts'
import type { Clock } from '../clock.ts'
import type { Hub } from './hub.ts'

/** How often the room is told at most, however many react. [REACT-2] */
const EVERY: Millis = 500

/**
 * Counts the reactions of a room and tells everybody inside how many there were. They do not wait in the session's queue,
 * for nothing is stored [REACT-5]: a thousand people who clap hold up no hand. Ends with `close`.
 */
export class ReactionBroadcast {
  readonly #clock: Clock
  readonly #session: () => Session
  readonly #hub: Hub
  #untold: Reactions = {}
  #lastAt = -Infinity
  #callOff: (() => void) | null = null

  constructor(clock: Clock, session: () => Session, hub: Hub) {
    this.#clock = clock
    this.#session = session
    this.#hub = hub
  }

  /** Counts what somebody has shown. Gives null, or why it is not counted. */
  react(person: PersonId, command: Extract<Command, { type: 'react' }>): Refusal | null {
    const now = this.#clock.monotonic()
    const actor = this.#session().people.get(person)
    if (!actor) return 'not-in-room'
    const outcome = decide(this.#session(), actor, command, now)
    if (isRejection(outcome)) return outcome.refusal
    for (const each of Reaction.options) {
      const many = (this.#untold[each] ?? 0) + (command.reactions[each] ?? 0)
      if (many > 0) this.#untold[each] = many
    }
    const wait = this.#lastAt + EVERY - now
    if (wait <= 0) this.#tell()
    else this.#callOff ??= this.#clock.after(wait, () => this.#tell())
    return null
  }

  close(): void {
    this.#callOff?.()
  }

  #tell(): void {
    this.#callOff?.()
    this.#callOff = null
    this.#lastAt = this.#clock.monotonic()
    const reactions = this.#untold
    this.#untold = {}
    if (Object.keys(reactions).length === 0) return
    const text = JSON.stringify({ type: 'reactions', reactions } satisfies Downward)
    this.#hub.count({ everyone: text, unnamed: text, moderators: text })
  }
}
