import { arrivedIn, idOf, isSystems, shownOf, type Choice, type Options } from './device-choice.ts'
import { listDevices } from './device-list.ts'
import type { DeviceEvents } from './device-events.ts'
import { CLOSED, DEVICE_KINDS, type DeviceKind } from './device-state.ts'

/** What a person chose, by kind; null for nothing. */
export type Choices = Record<DeviceKind, Choice | null>

/** What the menus report: also that their entries changed, and that a chosen device has another id. */
type MenuEvents = Pick<DeviceEvents, 'plugged' | 'speaker'> & { changed(): void; renewed(): void }

// One thing that is plugged in adds its devices one after the other.
const GATHERS_MS = 300

/**
 * The devices that are plugged in, and what the person chose of them. A different device may be in use while the chosen one is gone.
 * Follows plugging from the first reading until `close`.
 */
export class DeviceMenus {
  readonly #events: MenuEvents
  #options: Options = CLOSED.options
  #choices: Choices = { camera: null, microphone: null, speaker: null }
  #isWatching = false
  #gathering: ReturnType<typeof setTimeout> | undefined

  constructor(news: MenuEvents) {
    this.#events = news
  }

  get options(): Options {
    return this.#options
  }

  get choices(): Choices {
    return this.#choices
  }

  /** Restores what was chosen last time. */
  recall({ camera, microphone, speaker }: Choices): void {
    this.#choices = { camera, microphone, speaker }
  }

  /** Chooses an entry of a menu; null undoes the choice. */
  choose(kind: DeviceKind, id: string | null): void {
    const label = this.#options[kind].find((option) => option.id === id)?.label ?? ''
    this.#choices = { ...this.#choices, [kind]: id === null ? null : { id, label } }
    if (kind === 'speaker' && id !== null) this.#events.speaker(id)
  }

  /** The id by which the chosen device is opened, null for any. */
  idOf(kind: DeviceKind): string | null {
    return idOf(this.#choices[kind], this.#options[kind])
  }

  /** Whether a certain device was chosen, and not the system's default. */
  isChosen(kind: DeviceKind): boolean {
    return !isSystems(this.#choices[kind]?.id ?? '')
  }

  /** Whether the chosen device is plugged in while another one is in use. */
  isMissed(kind: DeviceKind, used: string | undefined): boolean {
    const id = this.idOf(kind)
    return id !== null && id !== used && this.#options[kind].some((option) => option.id === id)
  }

  /** The entry shown as chosen; `used` is the id of the device that is open. */
  shown(kind: DeviceKind, used: string | null): string | null {
    return shownOf(this.#choices[kind], used, this.#options[kind])
  }

  /** Reads which devices are plugged in. */
  async read(): Promise<void> {
    if (!this.#isWatching) navigator.mediaDevices.addEventListener('devicechange', this.#plugged)
    this.#isWatching = true
    const options = await listDevices()
    if (!this.#isWatching) return
    this.#options = options
    for (const kind of DEVICE_KINDS) this.#renew(kind)
  }

  close(): void {
    if (this.#isWatching) navigator.mediaDevices.removeEventListener('devicechange', this.#plugged)
    clearTimeout(this.#gathering)
    this.#isWatching = false
    this.#options = CLOSED.options
  }

  /** A chosen device that was found by its label is stored with its new id. */
  #renew(kind: DeviceKind): void {
    const choice = this.#choices[kind]
    const id = this.idOf(kind)
    if (!choice || id === null || id === choice.id) return
    this.choose(kind, id)
    this.#events.renewed()
  }

  readonly #plugged = () => {
    clearTimeout(this.#gathering)
    this.#gathering = setTimeout(() => void this.#look(), GATHERS_MS)
  }

  async #look(): Promise<void> {
    const before = this.#options
    await this.read()
    if (!this.#isWatching) return
    this.#events.changed()
    const ids = new Set(Object.values(this.#options).flatMap((options) => options.map(({ id }) => id)))
    this.#events.plugged(arrivedIn(before, this.#options), (id) => ids.has(id))
  }
}
