import type { Track } from 'livekit-client'
import type { Millis } from '../../../protocol/types.ts'

/** The one shared screen, among the pictures of persons. */
export const SHARE = 'share'

/** Whose picture: a person's id, for the camera, or SHARE. */
type Seen = string

/** How long a picture still arrives that nothing shows: a tile may only be moving to another place. */
const KEPT_FOR: Millis = 500

/** The pictures that arrive, and the video elements that want to show them. */
export class RemoteVideo {
  readonly #arriving = new Map<Seen, Track>()
  readonly #screens = new Map<Seen, Set<HTMLVideoElement>>()

  readonly #changed: () => void

  /** `changed` is called when others are shown than before, and so others have to be received. */
  constructor(changed: () => void) {
    this.#changed = changed
  }

  /** Whether somebody's picture has a place on this page. */
  isShown(seen: Seen): boolean {
    return this.#screens.has(seen)
  }

  /** Shows a person's picture in a video element, as soon and as long as there is one, until the returned function is called. */
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
