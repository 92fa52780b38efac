import { Reaction, type Millis, type Reactions } from '../../../protocol/types.ts'

/** How long one rises, in ms; the same as `--rise` in the tokens. */
export const RISE: Millis = 2_600
// Nobody can tell more of them apart: a number is shown instead. [REACT-7]
const MOST = 12
const OF_ONE_MESSAGE = 4
const MANY = 4
const NUMBERS = 3
const LANES = 6
const APART: Millis = 140

/** A picture that rises: in which lane, and how long after it arrived. */
export type Flyer = { id: number; reaction: Reaction; lane: number; late: Millis }

/** The number of one reaction, shown while more keep coming. */
export type Tally = { reaction: Reaction; count: number; until: Millis }

/** What is shown over the stage. */
export type Air = { flyers: readonly Flyer[]; tallies: readonly Tally[]; next: number }

export const CLEAR: Air = { flyers: [], tallies: [], next: 0 }

/** Adds reactions; with `isStill` (nothing is to move) they are only counted. */
export function risen(air: Air, reactions: Reactions, now: Millis, isStill: boolean): Air {
  const flyers = isStill ? [] : launched(air, reactions)
  return {
    flyers: [...air.flyers, ...flyers],
    tallies: Reaction.options.flatMap((reaction) => tallied(air, reaction, reactions[reaction] ?? 0, now)),
    next: air.next + flyers.length,
  }
}

/** Removes a picture that has risen. */
export function gone(air: Air, id: number): Air {
  return { ...air, flyers: air.flyers.filter((each) => each.id !== id) }
}

/** Removes the numbers whose time is over. */
export function settled(air: Air, now: Millis): Air {
  return { ...air, tallies: air.tallies.filter(({ until }) => until > now) }
}

/** The numbers that are shown: the three largest, or all with `isStill`. */
export function numbersOf({ tallies }: Air, isStill: boolean): Tally[] {
  if (isStill) return [...tallies]
  const many = tallies.filter(({ count }) => count > MANY).toSorted((one, other) => other.count - one.count)
  return many.slice(0, NUMBERS)
}

/** Starts a few of them, of each kind in turn, and only as many as there is room for. */
function launched(air: Air, reactions: Reactions): Flyer[] {
  const left = { ...reactions }
  const kinds: Reaction[] = []
  const room = Math.min(OF_ONE_MESSAGE, MOST - air.flyers.length)
  for (let n = 0; kinds.length < room && n < room * Reaction.options.length; n++) {
    const kind = Reaction.options[n % Reaction.options.length]
    const count = kind && left[kind]
    if (!kind || !count) continue
    kinds.push(kind)
    left[kind] = count - 1
  }
  return kinds.map((reaction, n) => {
    const id = air.next + n
    return { id, reaction, lane: (id * 5) % LANES, late: n * APART }
  })
}

function tallied(air: Air, reaction: Reaction, more: number, now: Millis): Tally[] {
  const before = air.tallies.find((each) => each.reaction === reaction && each.until > now)
  if (more === 0) return before ? [before] : []
  return [{ reaction, count: (before?.count ?? 0) + more, until: now + RISE }]
}
