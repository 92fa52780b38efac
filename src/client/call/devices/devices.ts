import type { Source } from '../../../protocol/types.ts'
import { canHaveBackground, type Background, type BackgroundOff } from '../background/background.ts'
import { aloneAfter, askFor } from './device-request.ts'
import { faultOf, faultOfEnd, faultOfPage, permissionOf } from './device-fault.ts'
import { followDevice } from './device-health.ts'
import { rememberDevices, rememberedDevices, type StoredDevices } from './device-memory.ts'
import { DeviceMenus } from './device-menus.ts'
import type { DeviceEvents } from './device-events.ts'
import {
  CLOSED,
  SOURCES,
  type DeviceFault,
  type DeviceKind,
  type Devices,
  type DeviceState,
  type Noise,
} from './device-state.ts'
import { constraintsFor } from './constraints.ts'
import { meterLevel } from '../publish/level-meter.ts'
import { OpenedTracks } from '../publish/opened-tracks.ts'
import { beforeOf, cleanedOf, plain, type LocalSource } from './local-source.ts'
import { Previews } from './previews.ts'

// The old device goes on until others receive the new one, but never for longer than this.
const LET_GO_MS = 1_000

/** One's own devices. Touches nothing before a press; `close` turns every light off. */
export class OwnDevices implements Devices {
  /** The height in px at which the camera is captured. */
  video = 720
  readonly #events: DeviceEvents
  readonly #listeners = new Set<() => void>()
  readonly #opened: Record<Source, LocalSource | null> = { microphone: null, camera: null }
  readonly #lights = new OpenedTracks()
  readonly #previews = new Previews()
  readonly #menus: DeviceMenus
  #state: DeviceState = { ...CLOSED, mirror: rememberedDevices().mirror }
  // Counts the requests for each source: an answer to a request that is not wanted any more is closed at once.
  readonly #asked: Record<Source, number> = { microphone: 0, camera: 0 }
  #opening = 0
  // The sources to open again. Of twenty quick choices the first and the last are opened, one after the other. The value: whether the
  // device itself is opened again, or only its effects.
  readonly #due = new Map<Source, boolean>()
  readonly #reopening = new Map<Source, Promise<void>>()
  readonly #unfollow: Record<Source, () => void> = { microphone() {}, camera() {} }
  #stopMeter = () => {}

  constructor(news: DeviceEvents) {
    this.#events = news
    this.#menus = new DeviceMenus({
      changed: () => this.#showMenus(),
      renewed: () => this.#remember(this.#menus.choices),
      plugged: (arrived, isThere) => news.plugged(arrived, isThere),
      speaker: (id) => news.speaker(id),
    })
  }

  get state(): DeviceState {
    return this.#state
  }

  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener)
    return () => {
      this.#listeners.delete(listener)
    }
  }

  /** The open track of a source, if there is one. */
  track(source: Source): MediaStreamTrack | null {
    return this.#opened[source]?.track ?? null
  }

  async open(): Promise<void> {
    const opening = ++this.#opening
    // Trying again leaves alone what is open, and what was turned off.
    const missing = SOURCES.filter((source) => this.#state.faults[source] ?? this.#state.silenced[source])
    this.#recall()
    this.#change({ status: 'opening', faults: CLOSED.faults, backgroundOff: null, noiseReplaced: false })
    const fault = faultOfPage()
    if (fault) this.#change({ faults: { microphone: fault, camera: fault } })
    else await this.#openAll(missing.length > 0 ? missing : this.#wanted)
    if (opening !== this.#opening) return
    this.#change({ status: 'open' })
    await this.#list()
    for (const source of SOURCES) await this.#useChosen(source)
  }

  /** Opens one device by a press of its person. Gives the reason if it failed, or null. */
  async openOne(source: Source): Promise<DeviceFault | null> {
    if (this.#opened[source]) return null
    // After a reload nothing was restored yet.
    this.#recall()
    const opening = this.#opening
    const fault = faultOfPage() ?? (await this.#openThese([source]))
    if (opening !== this.#opening) return null
    this.#change({ status: 'open' })
    this.#fault(source, fault === 'gone' ? null : fault)
    await this.#list()
    await this.#useChosen(source)
    return this.#state.faults[source]
  }

  close(): void {
    this.#opening += 1
    for (const source of SOURCES) this.stop(source)
    this.#lights.out()
    this.#menus.close()
    const { chosen, wanted, noise, background, kept, mirror } = this.#state
    this.#change({ ...CLOSED, chosen, wanted, noise, background, kept, mirror })
  }

  /** Closes one device; its light goes out. */
  stop(source: Source): void {
    this.#asked[source] += 1
    if (this.#opened[source]) this.#put(source, null)
  }

  preview(video: HTMLVideoElement): () => void {
    return this.#previews.add(video)
  }

  want(source: Source, on: boolean): void {
    this.#change({ wanted: { ...this.#state.wanted, [source]: on } })
    this.#remember({ wanted: this.#state.wanted })
    const track = this.track(source)
    if (source === 'microphone') {
      if (track) track.enabled = on
    } else if (!on) this.stop('camera')
    if (on && !track && this.#state.status === 'open') void this.openOne(source)
  }

  async choose(kind: DeviceKind, id: string): Promise<void> {
    this.#menus.choose(kind, id)
    this.#change({ chosen: { ...this.#state.chosen, [kind]: id } })
    this.#remember(this.#menus.choices)
    if (kind !== 'speaker' && this.#opened[kind]) await this.#openAgain(kind)
  }

  mirror(mirror: boolean): void {
    this.#change({ mirror })
    rememberDevices({ mirror })
  }

  async flip(): Promise<void> {
    const facing = this.#state.facing === 'user' ? 'environment' : 'user'
    this.#menus.choose('camera', null)
    this.#change({ facing, chosen: { ...this.#state.chosen, camera: null } })
    const older = this.#opened.camera
    if (!older) return
    // Most phones open one camera at a time.
    older.device.stop()
    await this.#openAgain('camera')
    if (this.#opened.camera === older) this.#lose('camera', this.#state.faults.camera ?? 'failed')
  }

  async reduceNoise(noise: Noise): Promise<void> {
    this.#change({ noise, noiseReplaced: false })
    this.#remember({ noise })
    if (this.#opened.microphone) await this.#openAgain('microphone')
  }

  async setBackground(background: Background): Promise<void> {
    this.#change({ background, backgroundOff: null })
    this.#remember({ background })
    await this.#openAgain('camera', false)
  }

  /** Opens a source again with other settings: the old one goes on until the new one is there. */
  async #openAgain(source: Source, anew = true): Promise<void> {
    this.#due.set(source, anew || this.#due.get(source) === true)
    const running = this.#reopening.get(source) ?? this.#reopen(source)
    this.#reopening.set(source, running)
    await running
  }

  async #reopen(source: Source): Promise<void> {
    for (let how = this.#due.get(source); how !== undefined; how = this.#due.get(source)) {
      this.#due.delete(source)
      const opened = this.#opened[source]
      if (opened && how) this.#fault(source, await this.#openThese([source]))
      else if (opened) await this.#take(source, opened.device.clone(), ++this.#asked[source])
      await this.#list()
    }
    this.#reopening.delete(source)
  }

  /** A chosen device with a new id, or one that was not known before the permission, is used now. */
  async #useChosen(source: Source): Promise<void> {
    const device = this.#opened[source]?.device
    if (device && this.#menus.isMissed(source, device.getSettings().deviceId)) await this.#openAgain(source)
  }

  /** A camera that was off last time stays off. */
  get #wanted(): readonly Source[] {
    return this.#state.wanted.camera ? SOURCES : ['microphone']
  }

  /** [DEVICE-10] Opens the wanted devices with one question. */
  async #openAll(wanted: readonly Source[]): Promise<void> {
    const opening = this.#opening
    const may = { microphone: await permissionOf('microphone'), camera: await permissionOf('camera') }
    // If labels are known already, a device whose id has changed is found before it is asked for.
    if (Object.values(may).includes('granted')) await this.#list()
    if (opening !== this.#opening) return
    for (const source of wanted) if (may[source] === 'denied') this.#fault(source, 'refused')
    const asked = wanted.filter((source) => may[source] !== 'denied')
    const fault = asked.length > 0 ? await this.#openThese(asked) : null
    if (fault === null || fault === 'gone' || opening !== this.#opening) return
    for (const source of asked) this.#fault(source, fault)
    for (const source of aloneAfter(fault, asked, may)) {
      const why = await this.#openThese([source])
      if (opening !== this.#opening) return
      this.#fault(source, why === 'gone' ? null : why)
    }
  }

  /**
   * Opens devices with one question: the chosen ones, or others if those are gone, or any with `anyOne`. Gives the reason if it failed;
   * `gone` if another device was opened; null if it is open or nobody waits for it any more.
   */
  async #openThese(sources: readonly Source[], anyOne = false): Promise<DeviceFault | null> {
    const asked = sources.map((source) => ({ source, nth: ++this.#asked[source] }))
    const wishes = (exactly: boolean) =>
      Object.fromEntries(sources.map((source) => [source, this.#wish(source, exactly)]))
    const isChosen = sources.some((source) => this.#menus.isChosen(source))
    try {
      const { tracks, isOther } = await askFor(wishes(!anyOne), wishes(false))
      const taken = asked.map(async ({ source, nth }) => await this.#take(source, tracks[source], nth))
      const fault = (await Promise.all(taken)).find((each) => each !== null)
      return fault ?? (isOther && isChosen ? 'gone' : null)
    } catch (fault) {
      return asked.some(({ source, nth }) => nth === this.#asked[source]) ? faultOf(fault) : null
    }
  }

  #wish(source: Source, exactly: boolean): MediaTrackConstraints {
    const { noise, facing } = this.#state
    return constraintsFor(source, { id: this.#menus.idOf(source), noise, facing, height: this.video }, exactly)
  }

  /** Keeps what was opened if it is still wanted: a person who turned it off meanwhile must not be seen or heard. */
  async #take(source: Source, device: MediaStreamTrack | undefined, nth: number): Promise<DeviceFault | null> {
    if (!device) return null
    this.#lights.add(device)
    const opened = source === 'camera' ? await this.#behind(device) : await this.#cleaned(device)
    const isWanted = nth === this.#asked[source]
    if (opened && isWanted) this.#put(source, opened)
    else if (opened) opened.end()
    else device.stop()
    if (opened || source === 'camera' || !isWanted) return null
    this.#replaceNoise()
    return await this.#openThese(['microphone'])
  }

  /** The microphone with the chosen noise reduction; null if the strong one does not start. */
  async #cleaned(device: MediaStreamTrack): Promise<LocalSource | null> {
    if (this.#state.noise !== 'strong') return plain(device)
    const opened: LocalSource | null = await cleanedOf(device, () => {
      if (opened && this.#opened.microphone === opened) void this.#unclean(opened)
    })
    return opened
  }

  /** [DEVICE-14] Strong noise reduction has stopped: the browser's own replaces it; if that fails, the microphone goes off for everybody. */
  async #unclean(opened: LocalSource): Promise<void> {
    this.#replaceNoise()
    await this.#openAgain('microphone')
    if (this.#opened.microphone === opened) this.#lose('microphone', this.#state.faults.microphone ?? 'failed')
  }

  /** Only for now: next time the strong one may work. */
  #replaceNoise(): void {
    this.#change({ noise: 'standard', noiseReplaced: true })
    this.#events.noiseReplaced()
  }

  /** The camera with the chosen background; null if it does not start while nobody sees a preview. */
  async #behind(device: MediaStreamTrack): Promise<LocalSource | null> {
    const { background, status } = this.#state
    if (background === 'none' || !canHaveBackground()) return plain(device)
    const opened: LocalSource | null = await beforeOf(device, background, (why) => {
      if (this.#opened.camera === opened) void this.#bare(why)
    })
    if (opened) return opened
    if (this.#state.background === background)
      this.#change({ background: this.#opened.camera?.background ?? 'none', backgroundOff: 'failed' })
    this.#events.backgroundOff('failed')
    return status === 'opening' ? plain(device) : null
  }

  /** The background goes off by itself, and the camera goes on. */
  async #bare(why: BackgroundOff): Promise<void> {
    await this.setBackground('none')
    this.#change({ backgroundOff: why })
    this.#events.backgroundOff(why)
  }

  #put(source: Source, opened: LocalSource | null): void {
    const older = this.#opened[source]
    this.#opened[source] = opened
    this.#unfollow[source]()
    this.#change({
      live: { ...this.#state.live, [source]: opened !== null },
      silenced: { ...this.#state.silenced, [source]: false },
    })
    if (opened) {
      if (source === 'microphone') opened.track.enabled = this.#state.wanted.microphone
      this.#unfollow[source] = followDevice(source, opened.device, {
        ended: () => void this.#ended(source, opened),
        silenced: (is) => this.#silenced(source, is),
      })
    }
    if (source === 'camera') this.#previews.show(opened?.track ?? null)
    else this.#meter(opened?.track ?? null)
    const replaced = this.#events.track(source)
    if (older && opened) void letGo(older, replaced)
    else older?.end()
  }

  /** The device ended: its cable, its battery, or the browser's settings. [DEVICE-12] */
  async #ended(source: Source, opened: LocalSource): Promise<void> {
    const fault = await faultOfEnd(source)
    if (this.#opened[source] !== opened) return
    // A camera may be unplugged on purpose, in order not to be seen: no other camera opens by itself.
    if (source === 'microphone' && fault === 'unplugged') await this.#openThese(['microphone'], true)
    const now = this.#opened[source]
    if (now === opened) return this.#lose(source, fault)
    await this.#list()
    if (now) this.#events.replaced(now.device.label)
  }

  #lose(source: Source, fault: DeviceFault): void {
    this.#put(source, null)
    this.#fault(source, fault)
    this.#events.lost(source, fault)
  }

  #silenced(source: Source, is: boolean): void {
    this.#change({ silenced: { ...this.#state.silenced, [source]: is } })
    if (is) this.#events.lost(source, 'silenced')
  }

  #fault(source: Source, fault: DeviceFault | null): void {
    this.#change({ faults: { ...this.#state.faults, [source]: fault } })
  }

  /** Restores what was chosen last time. A choice that could not be stored is known here only, and what is open stays as it is. */
  #recall(): void {
    if (!this.#state.kept || this.#state.status !== 'closed') return
    const { wanted, noise, background, ...choices } = rememberedDevices()
    this.#menus.recall(choices)
    this.#change({ wanted, noise, background })
  }

  /** Stores a choice for next time; whether that works is known after the first try. */
  #remember(what: Partial<StoredDevices>): void {
    this.#change({ kept: rememberDevices(what) })
  }

  #meter(track: MediaStreamTrack | null): void {
    this.#stopMeter()
    this.#stopMeter = track ? meterLevel(track, (level) => this.#measured(track, level)) : () => {}
    if (!track) this.#change({ level: 0 })
  }

  #measured(track: MediaStreamTrack, level: number): void {
    this.#change({ level: track.enabled ? level : 0 })
    this.#events.voice(level)
  }

  async #list(): Promise<void> {
    if (faultOfPage() || this.#state.status === 'closed') return
    await this.#menus.read()
    this.#showMenus()
  }

  #showMenus(): void {
    const shown = (source: Source) => {
      const used = this.#opened[source]?.device.getSettings().deviceId ?? null
      return this.#due.has(source) ? this.#state.chosen[source] : this.#menus.shown(source, used)
    }
    const speaker = this.#menus.shown('speaker', null)
    const chosen = { camera: shown('camera'), microphone: shown('microphone'), speaker }
    this.#change({ options: this.#menus.options, chosen })
  }

  #change(what: Partial<DeviceState>): void {
    this.#state = { ...this.#state, ...what }
    for (const listener of this.#listeners) listener()
  }
}

/** Closes the old device when others receive the new one. */
async function letGo(older: LocalSource, replaced: Promise<void>): Promise<void> {
  await Promise.race([replaced.catch(() => {}), new Promise((late) => setTimeout(late, LET_GO_MS))])
  older.end()
}
