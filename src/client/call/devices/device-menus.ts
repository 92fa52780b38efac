import { arrivedIn, idOf, isSystems, shownOf, type Choice, type Options } from './device-choice.ts'
import { listDevices } from './device-list.ts'
import type { DeviceNews } from './device-events.ts'
import { CLOSED, DEVICE_KINDS, type DeviceKind } from './device-state.ts'

/** What a person chose, by kind; null where nothing was. */
export type Choices = Record<DeviceKind, Choice | null>

/** What is told: besides, that the menus are others, and that a choice goes by another id. */
type MenuNews = Pick<DeviceNews, 'plugged' | 'speaker'> & { changed(): void; renewed(): void }

// What is plugged in comes in parts, one after the other.
const GATHERS_MS = 300

/**
 * What is plugged in, and what its person chose of it. What is used may be another one, while that is gone. Follows plugging from
 * the first reading until `close`.
 */
export class DeviceMenus {
  readonly #events: MenuNews
  #options: Options = CLOSED.options
  #choices: Choices = { camera: null, microphone: null, speaker: null }
  #isWatching = false
  #gathering: ReturnType<typeof setTimeout> | undefined

  constructor(news: MenuNews) {
    this.#events = news
  }

  get options(): Options {
    return this.#options
  }

  get choices(): Choices {
    return this.#choices
  }

  /** Takes up what was chosen last time. */
  recall({ camera, microphone, speaker }: Choices): void {
    this.#choices = { camera, microphone, speaker }
  }

  /** Takes an entry of a menu; null takes the choice back. */
  choose(kind: DeviceKind, id: string | null): void {
    const label = this.#options[kind].find((option) => option.id === id)?.label ?? ''
    this.#choices = { ...this.#choices, [kind]: id === null ? null : { id, label } }
    if (kind === 'speaker' && id !== null) this.#events.speaker(id)
  }

  /** By which id the chosen device is asked for, null for any. */
  idOf(kind: DeviceKind): string | null {
    return idOf(this.#choices[kind], this.#options[kind])
  }

  /** Whether a certain device was chosen, and not whichever the system uses. */
  isChosen(kind: DeviceKind): boolean {
    return !isSystems(this.#choices[kind]?.id ?? '')
  }

  /** Whether the chosen device is plugged in, and not the one that is used. */
  isMissed(kind: DeviceKind, used: string | undefined): boolean {
    const id = this.idOf(kind)
    return id !== null && id !== used && this.#options[kind].some((option) => option.id === id)
  }

  /** The entry that is shown as chosen; `used` is the id of the device that is open, if one is. */
  shown(kind: DeviceKind, used: string | null): string | null {
    return shownOf(this.#choices[kind], used, this.#options[kind])
  }

  /** Reads what is plugged in. */
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

  /** What was found by its name is known by its new id. */
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
