import type { Track } from 'livekit-client'
import type { PersonId } from '../../../protocol/types.ts'
import { Playback } from './playback.ts'
import { Speaker } from './speaker.ts'

/** A sound: whose it is, and whether it belongs to the shared screen. */
export type Heard = { person: PersonId; isScreen: boolean }

type Playing = Heard & { audio: HTMLAudioElement; letGo: () => void }

/**
 * The sound of people on stage and of a shared screen, played by the page's own audio elements. LiveKit's client does not attach it: it
 * would change the speaker, and play what the page mutes. Ends with `close`.
 */
export class RemoteAudio {
  readonly #place = document.createElement('div')
  readonly #playing = new Map<Track, Playing>()
  // Safari lets elements play on that have once played by a press.
  readonly #spare: HTMLAudioElement[] = []
  readonly #speaker: Speaker
  readonly #playback: Playback
  readonly #blocked: (is: boolean) => void
  #isBlocked = false

  /** `speaker`: the one chosen before on this machine. `blocked` is called with whether some sound waits for a press. */
  constructor(speaker: string, blocked: (is: boolean) => void) {
    this.#speaker = new Speaker(speaker, () => [...this.#playing.values()].map(({ audio }) => audio))
    this.#blocked = blocked
    this.#playback = new Playback(() => this.#tell())
    this.#place.hidden = true
    document.body.append(this.#place)
  }

  /** A sound arrives; it plays if its person may be heard. */
  got(track: Track, { person, isScreen }: Heard, allowed: boolean): void {
    this.lost(track)
    const audio = this.#spare.pop() ?? document.createElement('audio')
    audio.dataset['person'] = person
    audio.muted = !allowed
    audio.autoplay = true
    audio.srcObject = new MediaStream([track.mediaStreamTrack])
    this.#place.append(audio)
    this.#speaker.playAt(audio)
    this.#playing.set(track, { person, isScreen, audio, letGo: this.#playback.follow(audio) })
  }

  /** Mutes whoever may not be heard, and plays the others. */
  allow(mayBeHeard: (heard: Heard) => boolean): void {
    for (const heard of this.#playing.values()) heard.audio.muted = !mayBeHeard(heard)
    this.#tell()
  }

  /** Plays on another speaker from now on; '' is the system's default. */
  choose(speaker: string): void {
    this.#speaker.choose(speaker)
  }

  /** Plays what the browser blocks; called by a press. What is muted here stays muted. */
  start(): void {
    this.#playback.start()
  }

  lost(track: Track): void {
    const playing = this.#playing.get(track)
    if (!playing) return
    const { audio, letGo } = playing
    this.#playing.delete(track)
    letGo()
    audio.srcObject = null
    audio.remove()
    this.#spare.push(audio)
  }

  clear(): void {
    for (const track of this.#playing.keys()) this.lost(track)
  }

  close(): void {
    this.clear()
    this.#speaker.close()
    this.#playback.close()
    this.#place.remove()
  }

  /** Sound that is muted anyway waits for no press. */
  #tell(): void {
    const is = [...this.#playback.held].some(({ muted }) => !muted)
    if (is === this.#isBlocked) return
    this.#isBlocked = is
    this.#blocked(is)
  }
}
