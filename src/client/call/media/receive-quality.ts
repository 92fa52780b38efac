import type { RemoteParticipant, Room } from 'livekit-client'
import type { Millis, PersonId } from '../../../protocol/types.ts'
import type { Quality } from '../call-state.ts'

const EVERY: Millis = 2_000
/** The share of lost packets at which speech begins to break up. */
const TOO_MANY = 0.05

/** Packets received here, and lost. */
export type Arrived = { received: number; lost: number }

/** The quality between two readings: nothing came, too much was lost, or neither. */
export function verdictOn(before: Arrived, now: Arrived): Quality {
  const received = now.received - before.received
  const lost = now.lost - before.lost
  if (received <= 0) return 'lost'
  return lost / (received + lost) > TOO_MANY ? 'weak' : 'good'
}

/** How well the media of some people arrive here, measured every two seconds. LiveKit itself only reports changes. */
export class ReceiveQuality {
  readonly #tell: (quality: ReadonlyMap<PersonId, Quality>) => void
  #people: readonly PersonId[] = []
  #before = new Map<PersonId, Arrived>()
  #timer: ReturnType<typeof setInterval> | undefined

  constructor(tell: (quality: ReadonlyMap<PersonId, Quality>) => void) {
    this.#tell = tell
  }

  /** Measures these people from now on; none stops it. */
  follow(room: Room | null, people: readonly PersonId[]): void {
    if (people.join() === this.#people.join()) return
    this.#people = people
    this.#before.clear()
    clearInterval(this.#timer)
    if (room && people.length > 0) this.#timer = setInterval(() => void this.#look(room), EVERY)
    else this.#tell(new Map())
  }

  async #look(room: Room): Promise<void> {
    const people = this.#people
    const now = new Map<PersonId, Arrived>()
    for (const id of people) {
      const participant = room.remoteParticipants.get(id)
      if (participant) now.set(id, await arrivedOf(participant))
    }
    // Others are measured by now.
    if (people !== this.#people) return
    const verdicts = [...now].flatMap(([id, arrived]) => {
      const before = this.#before.get(id)
      return before ? [[id, verdictOn(before, arrived)] as const] : []
    })
    this.#before = now
    this.#tell(new Map(verdicts))
  }
}

/** What has been received of a person so far, from the receivers' statistics (W3C webrtc-stats, inbound-rtp). */
export async function arrivedOf({ trackPublications }: RemoteParticipant): Promise<Arrived> {
  const sum = { received: 0, lost: 0 }
  for (const { track } of trackPublications.values()) {
    const report = await track?.getRTCStatsReport()
    report?.forEach((stats: { type: string; packetsReceived?: number; packetsLost?: number }) => {
      if (stats.type !== 'inbound-rtp') return
      sum.received += stats.packetsReceived ?? 0
      sum.lost += stats.packetsLost ?? 0
    })
  }
  return sum
}
