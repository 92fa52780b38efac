import type { Millis } from '../../../protocol/types.ts'

/** What an encoder has done up to a moment: how many pictures, and how long it took for them. */
export type Encoded = { at: Millis; pictures: number; took: Millis }

/** Whether large pictures are sent, whether they once proved too much, and the numbers at the last judgement. */
export type ShareLoad = { isLarge: boolean; isTooMuch: boolean; since: Encoded }

// Nobody waits longer for a sharp picture, and the first pictures, which are slow, are over by then.
const JUDGED_AFTER: Millis = 4_000
// As a share of one core: still text takes nothing, a film a good part.
const IDLE = 0.2
const BUSY = 0.6

/** [SHARE-8] Whether this machine may send larger pictures of a screen, by how busy the encoder is. If it was too much once, it stays so. */
export function loadAfter(load: ShareLoad, now: Encoded): ShareLoad {
  const { isLarge, isTooMuch, since } = load
  // After publishing again the numbers start from zero.
  if (now.pictures < since.pictures) return { ...load, since: now }
  const time = now.at - since.at
  if (time < JUDGED_AFTER) return load
  const busy = (now.took - since.took) / time
  if (isLarge && busy > BUSY) return { isLarge: false, isTooMuch: true, since: now }
  return { isLarge: isLarge || (!isTooMuch && busy < IDLE), isTooMuch, since: now }
}

// With a smaller uplink a browser drops the better of two streams of one size, whatever they contain (libwebrtc, simulcast.cc: 800 kbit/s
// and a third more, beside the 500 of the other).
const BOTH = { from: 2_200_000, until: 1_700_000 }

/** [SHARE-8] Whether a second stream with fewer pictures is sent for weak connections; `carried`: the uplink in bit/s. */
export function carriesBoth(did: boolean, carried: number): boolean {
  return carried >= (did ? BOTH.until : BOTH.from)
}
