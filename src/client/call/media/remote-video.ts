import type { Track } from 'livekit-client'
import type { Millis } from '../../../protocol/types.ts'

/** The shared screen, among the cameras of people. */
export const SHARE = 'share'

/** A person's id, for the camera, or SHARE. */
type Seen = string

/** How long a picture is still received after its element is gone: a tile may only be moving to another place. */
const KEPT_FOR: Millis = 500

/** The video that is received, and the elements that show it. */
export class RemoteVideo {
  readonly #arriving = new Map<Seen, Track>()
  readonly #screens = new Map<Seen, Set<HTMLVideoElement>>()

  readonly #changed: () => void

  /** `changed` is called when other pictures are shown than before, so that others have to be received. */
  constructor(changed: () => void) {
    this.#changed = changed
  }

  /** Whether somebody's picture is shown on this page. */
  isShown(seen: Seen): boolean {
    return this.#screens.has(seen)
  }

  /** Shows a person's picture in a video element, once and while there is one, until the returned function is called. */
  show(seen: Seen, video: HTMLVideoElement): () => void {
    const screens = this.#screens.get(seen) ?? new Set()
    this.#screens.set(seen, screens.add(video))
    this.#arriving.get(seen)?.attach(video)
    this.#changed()
    return () => {
      screens.delete(video)
      this.#arriving.get(seen)?.detach(video)
      setTimeout(() => this.#forget(seen), KEPT_FOR)
    }
  }

  #forget(seen: Seen): void {
    if (this.#screens.get(seen)?.size !== 0) return
    this.#screens.delete(seen)
    this.#changed()
  }

  got(track: Track, seen: Seen): void {
    this.#arriving.set(seen, track)
    for (const video of this.#screens.get(seen) ?? []) track.attach(video)
  }

  lost(track: Track): void {
    for (const [seen, arriving] of this.#arriving) if (arriving === track) this.#arriving.delete(seen)
    track.detach()
  }

  clear(): void {
    for (const track of this.#arriving.values()) this.lost(track)
  }
}
