import type { Playback } from '../../../../protocol/presenting/content.ts'
import { correction, positionAt } from '../../../../rules/content/playback.ts'

const LOOK_EVERY_MS = 250
/** The state of a player that knows how long its film is (HTML, 4.8.11.7). */
const HAVE_METADATA = 1
/** Further off than this, in ms, a film that stands still shows another picture. */
const SAME_PICTURE_MS = 20

/** What could not be loaded, because the line or the server was away, is asked for again. */
const AGAIN_MS = 3_000

/** What of a player is looked at. */
type Player = Pick<
  HTMLMediaElement,
  | 'addEventListener'
  | 'currentTime'
  | 'error'
  | 'load'
  | 'pause'
  | 'paused'
  | 'play'
  | 'playbackRate'
  | 'readyState'
  | 'removeEventListener'
  | 'seeking'
>

/** Where a film is for everybody: `now` is the session's time in ms. */
export type Course = { playback: Playback; durationMs: number | null; now: () => number }

/**
 * Keeps a player where the film is for everybody: plays and pauses with it, and comes back where it has drifted away. One that waits for
 * more of the film holds up nobody, and one that failed is loaded again. `blocked` is told whether the browser plays no sound before a press. Ends when the returned function is
 * called. [FILM-1] [FILM-2]
 */
export function keepInStep(media: Player, course: Course, blocked: (isBlocked: boolean) => void): () => void {
  const { playback, durationMs, now } = course
  const wanted = () => positionAt(playback, now(), durationMs)
  const off = () => media.currentTime * 1_000 - wanted()
  const jump = () => {
    media.currentTime = wanted() / 1_000
  }
  const stand = () => {
    if (!media.paused) media.pause()
    // Who pauses and who watches see the same picture.
    if (media.readyState > 0 && Math.abs(off()) > SAME_PICTURE_MS) jump()
  }
  const play = () => {
    if (media.paused)
      media.play().then(
        () => blocked(false),
        (fault: unknown) => blocked(fault instanceof DOMException && fault.name === 'NotAllowedError'),
      )
    if (media.readyState < HAVE_METADATA || media.seeking) return
    const right = correction(off())
    if (right.jumps) jump()
    else if (media.playbackRate !== right.rate) media.playbackRate = right.rate
  }
  let triedAt = -Infinity
  const again = () => {
    if (performance.now() - triedAt < AGAIN_MS) return
    triedAt = performance.now()
    media.load()
  }
  const step = () => {
    // One that failed stays so, whatever is asked of it, until it is loaded anew.
    if (media.error) return again()
    return playback.playing && (durationMs === null || wanted() < durationMs) ? play() : stand()
  }
  step()
  const timer = setInterval(step, LOOK_EVERY_MS)
  media.addEventListener('loadedmetadata', step)
  return () => {
    clearInterval(timer)
    media.removeEventListener('loadedmetadata', step)
  }
}

/** Sets how loud a player is, from 0 to 1. */
export function setLoudness(media: HTMLMediaElement, value: number): void {
  media.volume = value
}

/** Shows the captions of a player, or hides them. */
export function showCaptions(track: TextTrack, isShown: boolean): void {
  track.mode = isShown ? 'showing' : 'hidden'
}
