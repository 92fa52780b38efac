import { isSystems } from '../devices/device-choice.ts'

/**
 * Where the page plays: on the chosen speaker or, while that is unplugged, on the system's default. Only this class moves sound.
 * [DEVICE-15] Ends with `close`.
 */
export class Speaker {
  readonly #playing: () => readonly HTMLAudioElement[]
  readonly #devices: EventTarget | undefined = Reflect.get(navigator, 'mediaDevices')
  #chosen: string
  /** The speaker in use. */
  #used: string

  /** `playing`: the elements to move. */
  constructor(chosen: string, playing: () => readonly HTMLAudioElement[]) {
    this.#playing = playing
    this.#chosen = isSystems(chosen) ? '' : chosen
    this.#used = this.#chosen
    this.#devices?.addEventListener('devicechange', this.#look)
  }

  choose(id: string): void {
    this.#chosen = isSystems(id) ? '' : id
    this.#use(this.#chosen)
  }

  /** Lets an element play where all others do. A browser that cannot choose plays on the default. */
  playAt(audio: HTMLAudioElement): void {
    if (!('setSinkId' in audio)) return
    const wanted = this.#used
    audio.setSinkId(wanted).catch(() => {
      // The speaker is not there, or not allowed.
      if (wanted !== '' && this.#used === wanted) this.#use('')
    })
  }

  close(): void {
    this.#devices?.removeEventListener('devicechange', this.#look)
  }

  #use(id: string): void {
    this.#used = id
    for (const audio of this.#playing()) this.playAt(audio)
  }

  /** Something was plugged in or out. Some browsers report no list of speakers, so a silent element is used to try the chosen one. */
  readonly #look = () => {
    const chosen = this.#chosen
    const probe = document.createElement('audio')
    if (chosen === '' || !('setSinkId' in probe)) return
    const use = (id: string) => {
      if (chosen === this.#chosen && id !== this.#used) this.#use(id)
    }
    probe.setSinkId(chosen).then(
      () => use(chosen),
      () => use(''),
    )
  }
}
