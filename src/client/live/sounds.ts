import type { Track } from 'livekit-client'
import type { PersonId } from '../../protocol/words.ts'

/** The sound of those on stage, played by audio elements of the page. Ends with `close`. */
export class Sounds {
  readonly #place = document.createElement('div')
  readonly #playing = new Map<Track, { person: PersonId; audio: HTMLMediaElement }>()

  constructor() {
    this.#place.hidden = true
    document.body.append(this.#place)
  }

  /** A sound arrives; it plays where its person may be heard. */
  got(track: Track, person: PersonId, allowed: boolean): void {
    const audio = track.attach()
    audio.dataset['person'] = person
    audio.muted = !allowed
    this.#place.append(audio)
    this.#playing.set(track, { person, audio })
  }

  /** Mutes here who may not be heard, and plays who may. */
  allow(mayBeHeard: (person: PersonId) => boolean): void {
    for (const { person, audio } of this.#playing.values()) audio.muted = !mayBeHeard(person)
  }

  lost(track: Track): void {
    if (!this.#playing.delete(track)) return
    for (const element of track.detach()) element.remove()
  }

  clear(): void {
    for (const track of this.#playing.keys()) this.lost(track)
  }

  close(): void {
    this.clear()
    this.#place.remove()
  }
}
