import type { Track } from 'livekit-client'
import type { PersonId } from '../../protocol/words.ts'

/** The pictures that arrive, and the video elements that want to show them. */
export class Pictures {
  readonly #arriving = new Map<PersonId, Track>()
  readonly #screens = new Map<PersonId, Set<HTMLVideoElement>>()

  /** Shows a person's picture in a video element, as soon and as long as there is one, until the returned function is called. */
  show(person: PersonId, video: HTMLVideoElement): () => void {
    const screens = this.#screens.get(person) ?? new Set()
    this.#screens.set(person, screens.add(video))
    this.#arriving.get(person)?.attach(video)
    return () => {
      screens.delete(video)
      this.#arriving.get(person)?.detach(video)
    }
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
