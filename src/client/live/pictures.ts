import type { Track } from 'livekit-client'
import type { Millis, PersonId } from '../../protocol/words.ts'

/** How long a picture still arrives that nothing shows: a tile may only be moving to another place. */
const KEPT_FOR: Millis = 500

/** The pictures that arrive, and the video elements that want to show them. */
export class Pictures {
  readonly #arriving = new Map<PersonId, Track>()
  readonly #screens = new Map<PersonId, Set<HTMLVideoElement>>()

  readonly #changed: () => void

  /** `changed` is called when others are shown than before, and so others have to be received. */
  constructor(changed: () => void) {
    this.#changed = changed
  }

  /** Whether somebody's picture has a place on this page. */
  isShown(person: PersonId): boolean {
    return this.#screens.has(person)
  }

  /** Shows a person's picture in a video element, as soon and as long as there is one, until the returned function is called. */
  show(person: PersonId, video: HTMLVideoElement): () => void {
    const screens = this.#screens.get(person) ?? new Set()
    this.#screens.set(person, screens.add(video))
    this.#arriving.get(person)?.attach(video)
    this.#changed()
    return () => {
      screens.delete(video)
      this.#arriving.get(person)?.detach(video)
      setTimeout(() => this.#forget(person), KEPT_FOR)
    }
  }

  #forget(person: PersonId): void {
    if (this.#screens.get(person)?.size !== 0) return
    this.#screens.delete(person)
    this.#changed()
  }

  got(track: Track, person: PersonId): void {
    this.#arriving.set(person, track)
    for (const video of this.#screens.get(person) ?? []) track.attach(video)
  }

  lost(track: Track): void {
    for (const [person, arriving] of this.#arriving) if (arriving === track) this.#arriving.delete(person)
    track.detach()
  }

  clear(): void {
    for (const track of this.#arriving.values()) this.lost(track)
  }
}
