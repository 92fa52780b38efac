import type { Clock } from '../clock.ts'
import { Buckets } from './rate-limits.ts'

/**
 * How often things may happen, each for one key: so many at once, then so many a second. A hall of people behind one address fits in;
 * a program that does nothing else does not.
 */
const LIMITS = {
  // By address: a browser opens up to six connections to a server, and a hall of 400 may come at the same moment.
  connection: { burst: 4_000, perSecond: 200 },
  // By address: the built page has 34 scripts, and nobody's first visit needs them all.
  request: { burst: 15_000, perSecond: 500 },
  // By address: whoever is in a room has a socket and a way to the media, and a whole hall comes back at once after a restart.
  upgrade: { burst: 4_000, perSecond: 200 },
  // In all: more than a process can welcome, and refusing costs little.
  anyUpgrade: { burst: 20_000, perSecond: 3_000 },
  // By address: our own engine tells of everybody who comes and goes, and of every track.
  engineReport: { burst: 20_000, perSecond: 2_000 },
  // By person: each costs the room an arrival and a welcome, more than a bad network or a restless reader makes of them.
  arrival: { burst: 20, perSecond: 1 },
  // By room: more than join in a second while a hall fills; other rooms are heard between them.
  roomArrival: { burst: 10_000, perSecond: 1_000 },
  // By person: a page whose media fail tries ten times in a row, on two paths each (livekit-client, DefaultReconnectPolicy).
  mediaJoin: { burst: 40, perSecond: 1 },
} as const

export type Counted = keyof typeof LIMITS

/** Counts what comes from outside, by address, person, room and in all, before any work is done for it. */
export class Admission {
  readonly #clock: Pick<Clock, 'monotonic'>
  readonly #counts = new Map<Counted, Buckets>()

  constructor(clock: Pick<Clock, 'monotonic'>) {
    this.#clock = clock
  }

  /** Counts one more of a key's; false where that is one too many. */
  takes(what: Counted, key: string): boolean {
    const { perSecond, burst } = LIMITS[what]
    const buckets = this.#counts.get(what) ?? new Buckets(perSecond, burst)
    this.#counts.set(what, buckets)
    return buckets.take(key, this.#clock.monotonic())
  }
}
