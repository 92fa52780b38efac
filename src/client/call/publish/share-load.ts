import type { Millis } from '../../../protocol/types.ts'

/** What an encoder has done up to a moment: how many pictures, and how long it has worked on them. */
export type Encoded = { at: Millis; pictures: number; took: Millis }

/** Whether large pictures are sent, whether they proved too much once, and what was known when that was last judged. */
export type ShareLoad = { isLarge: boolean; isTooMuch: boolean; since: Encoded }

// So long nobody waits for sharpness, and it is longer than the first pictures take, which are slow.
const JUDGED_AFTER: Millis = 4_000
// As a share of one core: a page of text that stands still takes nothing, a film a good part.
const IDLE = 0.2
const BUSY = 0.6

/** [SHARE-8] Whether this machine may send larger pictures of a screen, by how much it works on them. Too much once is too much. */
export function loadAfter(load: ShareLoad, now: Encoded): ShareLoad {
  const { isLarge, isTooMuch, since } = load
  // Published anew, it counts from nothing.
  if (now.pictures < since.pictures) return { ...load, since: now }
  const time = now.at - since.at
  if (time < JUDGED_AFTER) return load
  const busy = (now.took - since.took) / time
  if (isLarge && busy > BUSY) return { isLarge: false, isTooMuch: true, since: now }
  return { isLarge: isLarge || (!isTooMuch && busy < IDLE), isTooMuch, since: now }
}

// A browser with less than that gives up the better of two streams of one size, whatever is in them (libwebrtc, simulcast.cc:
// 800 kbit/s and a third more, beside the 500 of the other).
const BOTH = { from: 2_200_000, until: 1_700_000 }

/** [SHARE-8] Whether a second stream with fewer pictures is sent for those on thin lines; `carried`: what the own line does, in bit/s. */
export function carriesBoth(did: boolean, carried: number): boolean {
  return carried >= (did ? BOTH.until : BOTH.from)
}
