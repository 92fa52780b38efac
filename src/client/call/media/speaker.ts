import { isSystems } from '../devices/device-choice.ts'

/**
 * Where the page plays: at the speaker that was chosen and, while that is unplugged, where the system plays. It alone moves what is
 * heard. [DEVICE-15] Ends with `close`.
 */
export class Speaker {
  readonly #playing: () => readonly HTMLAudioElement[]
  readonly #devices: EventTarget | undefined = Reflect.get(navigator, 'mediaDevices')
  #chosen: string
  /** Where it plays just now. */
  #used: string

  /** `playing` is what is to be moved. */
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

  /** Lets an element play where all others do. A browser without the choice plays where it plays. */
  playAt(audio: HTMLAudioElement): void {
    if (!('setSinkId' in audio)) return
    const wanted = this.#used
    audio.setSinkId(wanted).catch(() => {
      // It is not there, or not allowed.
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

  /** Something was plugged in or out. A browser tells of one speaker without a list of all: an element that is silent tries it. */
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
