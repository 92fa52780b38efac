import type { Room } from 'livekit-client'
import type { Millis } from '../../../protocol/types.ts'
import { arrivedOf, verdictOn, type Arrived } from './receive-quality.ts'
import type { Quality } from '../call-state.ts'

const EVERY: Millis = 2_000
/** LiveKit's words for a connection. */
const QUALITY: Record<string, Quality> = { poor: 'weak', lost: 'lost' }

export function qualityIn(word: string): Quality {
  return QUALITY[word] ?? 'good'
}

// A hiccup is not worth a notice, and a connection that was weak must be good for a while.
const WEAK_AFTER = 3
const GOOD_AFTER = 8

/** The judgement of one's own connection, and how many checks in a row contradicted it. */
export type OwnConnectionState = { isWeak: boolean; against: number }

export const GOOD_CONNECTION: OwnConnectionState = { isWeak: false, against: 0 }

/**
 * [LINE-1] The judgement of one's own connection after one more check. `engine`: LiveKit's judgement; `arrivals`: how well the media of
 * each other person arrive. If only one of them arrives badly, the weak connection may be theirs.
 */
export function connectionAfter(
  { isWeak, against }: OwnConnectionState,
  engine: Quality,
  arrivals: readonly Quality[],
): OwnConnectionState {
  // LiveKit has already measured for a while itself.
  if (engine !== 'good') return { isWeak: true, against: 0 }
  const some = arrivals.filter((each) => each !== 'lost')
  const isBad = some.length > 1 && some.every((each) => each === 'weak')
  if (isBad === isWeak) return { isWeak, against: 0 }
  const enough = isWeak ? GOOD_AFTER : WEAK_AFTER
  return against + 1 < enough ? { isWeak, against: against + 1 } : { isWeak: isBad, against: 0 }
}

/** Checks one's own connection every two seconds. Ends with `follow(null)`. */
export class OwnConnection {
  readonly #tell: (isWeak: boolean) => void
  #room: Room | null = null
  #state = GOOD_CONNECTION
  #before = new Map<string, Arrived>()
  #timer: ReturnType<typeof setInterval> | undefined

  constructor(tell: (isWeak: boolean) => void) {
    this.#tell = tell
  }

  follow(room: Room | null): void {
    if (room === this.#room) return
    this.#room = room
    this.#before.clear()
    clearInterval(this.#timer)
    this.#become(GOOD_CONNECTION)
    if (room) this.#timer = setInterval(() => void this.#look(room), EVERY)
  }

  async #look(room: Room): Promise<void> {
    const now = new Map<string, Arrived>()
    for (const [id, participant] of room.remoteParticipants) now.set(id, await arrivedOf(participant))
    if (room !== this.#room) return
    const arrivals = [...now].flatMap(([id, arrived]) => {
      const before = this.#before.get(id)
      return before ? [verdictOn(before, arrived)] : []
    })
    this.#before = now
    this.#become(connectionAfter(this.#state, qualityIn(room.localParticipant.connectionQuality.toString()), arrivals))
  }

  #become(state: OwnConnectionState): void {
    const { isWeak } = this.#state
    this.#state = state
    if (state.isWeak !== isWeak) this.#tell(state.isWeak)
  }
}
