import type { Track } from 'livekit-client'
import type { PersonId } from '../../protocol/words.ts'

/** Whose sound, and whether it is that of the shared screen. */
export type Heard = { person: PersonId; isScreen: boolean }

/** The sound of those on stage, and of a shared screen, played by audio elements of the page. Ends with `close`. */
export class Sounds {
  readonly #place = document.createElement('div')
  readonly #playing = new Map<Track, Heard & { audio: HTMLMediaElement }>()
  #speaker: string | null

  /** `speaker`: where to play, as chosen before on this machine. */
  constructor(speaker: string | null) {
    this.#speaker = speaker
    this.#place.hidden = true
    document.body.append(this.#place)
  }

  /** A sound arrives; it plays where its person may be heard. */
  got(track: Track, { person, isScreen }: Heard, allowed: boolean): void {
    const audio = document.createElement('audio')
    track.attach(audio)
    audio.dataset['person'] = person
    audio.muted = !allowed
    this.#place.append(audio)
    if (this.#speaker) playAt(audio, this.#speaker)
    this.#playing.set(track, { person, isScreen, audio })
  }

  /** Mutes here who may not be heard, and plays who may. */
  allow(mayBeHeard: (heard: Heard) => boolean): void {
    for (const heard of this.#playing.values()) heard.audio.muted = !mayBeHeard(heard)
  }

  /** Plays at another speaker from now on. */
  choose(speaker: string): void {
    this.#speaker = speaker
    for (const { audio } of this.#playing.values()) playAt(audio, speaker)
  }

  lost(track: Track): void {
    const audio = this.#playing.get(track)?.audio
    this.#playing.delete(track)
    // The engine's client may have let go of it before us, so it is ours to take away.
    if (audio) track.detach(audio)
    audio?.remove()
  }

  clear(): void {
    for (const track of this.#playing.keys()) this.lost(track)
  }

  close(): void {
    this.clear()
    this.#place.remove()
  }
}

/** A browser without the choice plays where it plays, and so does a speaker that was unplugged since. */
function playAt(audio: HTMLMediaElement, speaker: string): void {
  if ('setSinkId' in audio) audio.setSinkId(speaker).catch(() => {})
}
