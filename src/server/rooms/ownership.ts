import type { Logger } from 'pino'
import type { Millis, RoomId } from '../../protocol/types.ts'
import type { Clock } from '../clock.ts'
import { newId } from '../secrets.ts'
import type { Fence, RoomOwner, Store } from '../store/store.ts'

/** A room that is ours to decide about, until it is released, or lost to another process. */
export type Lease = {
  /** Goes with every write: the store refuses it once another process has come to own the room. */
  readonly fence: Fence
  /** Whether nobody else can own the room yet, as far as our own clock says. What is decided otherwise is to be told to nobody. */
  isHeld(): boolean
  /** Notes what the store has said: the room is another's. `onLost` is called, once. */
  lose(): void
  /** Gives the room back. Nothing of a lost one; twice is harmless. */
  release(): Promise<void>
}

/** The port to who owns which room: one process at a time decides about a session. */
export type Ownership = {
  /**
   * Makes a room ours; null while another process has it. `onLost` is called once, when it is ours no longer; nothing may be told of
   * the room from then on.
   */
  acquire(room: RoomId, onLost: () => void): Promise<Lease | null>
}

/**
 * The ownership of a process that is alone with its data, as the claimed data folder says (data-folder.ts): every room is its own at
 * once, without a time, whoever had it before. Its fence is a new one nevertheless, so that whoever believes otherwise is refused.
 */
export function soleOwnership(store: Store): Ownership {
  const owner = newId()
  return {
    async acquire(room, onLost) {
      const seen = await store.owner(room)
      const stored = await store.own(room, owner, seen)
      // A full disk is no reason to let nobody in: nobody else could write either.
      const token = stored === 'stored' ? seen.token + 1 : seen.token
      if (stored === 'conflict') return null
      return leaseOf({ room, token }, { isInTime: () => true, onLost, onReleased: async () => {} })
    },
  }
}

export type LeaseNeeds = {
  store: Store
  clock: Clock
  log: Logger
  /** How long, in ms, a room stays with a process that gives no sign of life. The same for all who share a store. */
  lasts: Millis
}

/**
 * The ownership of a process that shares its store with others, by leases of `lasts` ms that are renewed three times as often.
 *
 * No clock is compared with another, and the store needs none: both sides measure the same length of time, each by its own monotonic
 * clock. The owner counts from before it asked for the renewal, and holds the room for that long; who wants the room counts from when
 * it saw that renewal, which is later, and takes the room when none came for as long. Times of day, which are set, and differ between
 * machines, would let a clock that is wrong take a room from its owner, or keep it from everybody.
 *
 * Safety is the fence's alone: a clock that stood still (a sleeping machine, a paused virtual one) makes an owner believe in a lease
 * that is over, and its next write is refused in the same transaction that looks at the log. A room whose owner is gone is free `lasts`
 * ms after it was first asked for here; asking again is the asker's.
 */
export function leasedOwnership({ store, clock, log, lasts }: LeaseNeeds): Ownership {
  const owner = newId()
  /** The last sign of life of each other owner, and when it was first seen, by the monotonic clock. */
  const seen = new Map<RoomId, RoomOwner & { at: Millis }>()

  /** Whether nobody owns a room, or its owner has given no sign of life for as long as a lease lasts. */
  function isFree(room: RoomId, now: RoomOwner): boolean {
    if (now.owner === null || now.owner === owner) return true
    const before = seen.get(room)
    if (before?.token === now.token && before.beat === now.beat) return clock.monotonic() - before.at >= lasts
    seen.set(room, { ...now, at: clock.monotonic() })
    return false
  }

  return {
    async acquire(room, onLost) {
      const at = clock.monotonic()
      const now = await store.owner(room)
      if (!isFree(room, now) || (await store.own(room, owner, now)) !== 'stored') return null
      const fence = { room, token: now.token + 1 }
      seen.delete(room)
      let renewedAt = at
      let callOff = clock.after(lasts / 3, renew)
      const lease = leaseOf(fence, {
        isInTime: () => clock.monotonic() - renewedAt < lasts,
        onLost() {
          callOff()
          onLost()
        },
        async onReleased() {
          callOff()
          await store.disown(fence)
        },
      })

      function renew(): void {
        callOff = clock.after(lasts / 3, renew)
        beat(clock.monotonic()).catch((fault: unknown) =>
          log.warn({ room, fault }, 'a lease could not be renewed; it is tried again'),
        )
      }

      async function beat(asked: Millis): Promise<void> {
        const renewed = await store.renewOwner(fence)
        if (renewed === 'fenced') lease.lose()
        else if (renewed === 'stored') renewedAt = asked
      }
      return lease
    },
  }
}

type Held = { isInTime: () => boolean; onLost: () => void; onReleased: () => Promise<void> }

function leaseOf(fence: Fence, { isInTime, onLost, onReleased }: Held): Lease {
  let state: 'held' | 'lost' | 'released' = 'held'
  return {
    fence,
    isHeld: () => state === 'held' && isInTime(),
    lose() {
      if (state !== 'held') return
      state = 'lost'
      onLost()
    },
    async release() {
      if (state !== 'held') return
      state = 'released'
      await onReleased()
    },
  }
}
