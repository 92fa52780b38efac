import type { Source } from '../../protocol/words.ts'
import { canHaveBackground, type Background, type BackgroundOff } from './background.ts'
import { faultOf, faultOfEnd, faultOfPage } from './device-fault.ts'
import { followDevice } from './device-life.ts'
import { listDevices } from './device-list.ts'
import { rememberDevices, rememberedDevices, type Kept } from './device-memory.ts'
import {
  SOURCES,
  type DeviceFault,
  type DeviceKind,
  type Devices,
  type DeviceState,
  type Noise,
} from './device-state.ts'
import { wishFor } from './device-wish.ts'
import { meterLevel } from './level-meter.ts'
import { beforeOf, cleanedOf, plain, type Opened } from './opened.ts'

/** What the devices tell their owner. */
export type DeviceNews = {
  /** A track is there, is another one or is gone; resolves when others get that one. */
  track(source: Source): Promise<void>
  /** It is gone, or silent, and nobody here wanted that. */
  lost(source: Source, fault: DeviceFault): void
  /** Where sound is to play. */
  speaker(id: string): void
  /** How loud it is before the open microphone, 0 to 1, also while it is off. */
  voice(level: number): void
  /** The background went off by itself. */
  backgroundOff(why: BackgroundOff): void
}

// The older device goes on until others get the new one, but never for longer.
const LET_GO_MS = 1_000

const CLOSED: DeviceState = {
  status: 'closed',
  faults: { microphone: null, camera: null },
  wanted: { microphone: true, camera: true },
  live: { microphone: false, camera: false },
  silenced: { microphone: false, camera: false },
  options: { camera: [], microphone: [], speaker: [] },
  chosen: { camera: null, microphone: null, speaker: null },
  level: 0,
  noise: 'standard',
  background: 'none',
  backgroundOff: null,
  facing: 'user',
  mirror: true,
  kept: true,
}

/** The own devices over the browser's. Touches nothing of them before a press; `close` puts the lights out. */
export class OwnDevices implements Devices {
  /** The height in px at which the camera is captured. */
  video = 720
  readonly #news: DeviceNews
  readonly #listeners = new Set<() => void>()
  readonly #opened: Record<Source, Opened | null> = { microphone: null, camera: null }
  readonly #previews = new Set<HTMLVideoElement>()
  #state: DeviceState = { ...CLOSED, mirror: rememberedDevices().mirror }
  // Counts what was asked of each: an answer to what is not wanted any more is put out at once.
  readonly #asked: Record<Source, number> = { microphone: 0, camera: 0 }
  #opening = 0
  // Of twenty quick choices the first and the last are opened, one after the other.
  // Whether the device itself is to be opened anew, or only what is made of it.
  readonly #due = new Map<Source, boolean>()
  readonly #reopening = new Set<Source>()
  readonly #unfollow: Record<Source, () => void> = { microphone() {}, camera() {} }
  #stopMeter = () => {}
  #watching = false

  constructor(news: DeviceNews) {
    this.#news = news
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
    // What could not be kept is known here only.
    if (this.#state.kept) {
      const { camera, microphone, speaker, wanted, noise, background } = rememberedDevices()
      this.#change({ chosen: { camera, microphone, speaker }, wanted, noise, background })
    }
    this.#change({ status: 'opening', faults: CLOSED.faults, backgroundOff: null })
    const fault = faultOfPage()
    if (fault) this.#change({ faults: { microphone: fault, camera: fault } })
    else await this.#openWanted()
    if (opening !== this.#opening) return
    this.#change({ status: 'open' })
    await this.#list()
  }

  /** Opens one device because its person pressed for it. Gives why not, or null. */
  async openOne(source: Source): Promise<DeviceFault | null> {
    if (this.#opened[source]) return null
    const opening = this.#opening
    const fault = faultOfPage() ?? (await this.#openAlone(source))
    if (opening !== this.#opening) return null
    this.#change({ status: 'open', faults: { ...this.#state.faults, [source]: fault } })
    await this.#list()
    return fault
  }

  close(): void {
    this.#opening += 1
    for (const source of SOURCES) this.stop(source)
    if (this.#watching) navigator.mediaDevices.removeEventListener('devicechange', this.#relist)
    this.#watching = false
    const { chosen, wanted, noise, background, kept, mirror } = this.#state
    this.#change({ ...CLOSED, chosen, wanted, noise, background, kept, mirror })
  }

  /** Closes one device; its light goes out. */
  stop(source: Source): void {
    this.#asked[source] += 1
    if (this.#opened[source]) this.#put(source, null)
  }

  preview(video: HTMLVideoElement): () => void {
    this.#previews.add(video)
    this.#show(video)
    return () => {
      this.#previews.delete(video)
      video.srcObject = null
    }
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
    this.#change({ chosen: { ...this.#state.chosen, [kind]: id } })
    this.#remember(this.#state.chosen)
    if (kind === 'speaker') return this.#news.speaker(id)
    if (!this.#opened[kind]) return
    await this.#openAgain(kind)
    // It was unplugged between the list and the choice: another one is used.
    if (!this.#state.options[kind].some((option) => option.id === id)) this.#fault(kind, 'gone')
  }

  mirror(mirror: boolean): void {
    this.#change({ mirror })
    rememberDevices({ mirror })
  }

  async flip(): Promise<void> {
    const facing = this.#state.facing === 'user' ? 'environment' : 'user'
    this.#change({ facing, chosen: { ...this.#state.chosen, camera: null } })
    const older = this.#opened.camera
    if (!older) return
    // Most phones open one camera at a time.
    older.device.stop()
    await this.#openAgain('camera')
    if (this.#opened.camera === older) this.#lose('camera', this.#state.faults.camera ?? 'failed')
  }

  async reduceNoise(noise: Noise): Promise<void> {
    this.#change({ noise })
    this.#remember({ noise })
    if (this.#opened.microphone) await this.#openAgain('microphone')
  }

  async setBackground(background: Background): Promise<void> {
    this.#change({ background, backgroundOff: null })
    this.#remember({ background })
    await this.#openAgain('camera', false)
  }

  /** Opens in another way what is open: the older one goes on until the new one is there. */
  async #openAgain(source: Source, anew = true): Promise<void> {
    this.#due.set(source, anew || this.#due.get(source) === true)
    if (this.#reopening.has(source)) return
    this.#reopening.add(source)
    for (let how = this.#due.get(source); how !== undefined; how = this.#due.get(source)) {
      this.#due.delete(source)
      const opened = this.#opened[source]
      if (opened && how) this.#fault(source, await this.#openAlone(source))
      else if (opened) await this.#take(source, [opened.device.clone()], ++this.#asked[source])
      await this.#list()
    }
    this.#reopening.delete(source)
  }

  /** A camera that its person did not want last time stays dark. */
  async #openWanted(): Promise<void> {
    if (this.#state.wanted.camera) return await this.#openBoth()
    const fault = await this.#openAlone('microphone')
    this.#change({ faults: { microphone: fault, camera: null } })
  }

  /** Both at once, so that the browser asks once; where that fails, each alone. */
  async #openBoth(): Promise<void> {
    const opening = this.#opening
    const asked = { microphone: ++this.#asked.microphone, camera: ++this.#asked.camera }
    try {
      const stream = await navigator.mediaDevices.getUserMedia({
        audio: this.#wish('microphone'),
        video: this.#wish('camera'),
      })
      await this.#take('microphone', stream.getAudioTracks(), asked.microphone)
      await this.#take('camera', stream.getVideoTracks(), asked.camera)
    } catch {
      for (const source of SOURCES) {
        if (opening !== this.#opening) return
        this.#fault(source, await this.#openAlone(source))
      }
    }
  }

  async #openAlone(source: Source): Promise<DeviceFault | null> {
    const asked = ++this.#asked[source]
    try {
      const wish = this.#wish(source)
      const stream = await navigator.mediaDevices.getUserMedia(source === 'camera' ? { video: wish } : { audio: wish })
      await this.#take(source, stream.getTracks(), asked)
      return null
    } catch (fault) {
      return asked === this.#asked[source] ? faultOf(fault) : null
    }
  }

  /** Keeps what was opened if it is still wanted; who has pressed otherwise meanwhile is not to be seen or heard. */
  async #take(source: Source, [device]: MediaStreamTrack[], asked: number): Promise<void> {
    if (!device) return
    const isStrong = source === 'microphone' && this.#state.noise === 'strong'
    const cleaned = isStrong ? await cleanedOf(device) : null
    // Where the browser cannot, that is what is shown.
    if (isStrong && !cleaned) this.#change({ noise: 'off' })
    const opened = source === 'camera' ? await this.#behind(device) : (cleaned ?? plain(device))
    if (!opened) return device.stop()
    if (asked === this.#asked[source]) this.#put(source, opened)
    else opened.end()
  }

  /** The camera before the background chosen; null where one that is chosen does not start, and nobody looks at it first. */
  async #behind(device: MediaStreamTrack): Promise<Opened | null> {
    const { background, status } = this.#state
    if (background === 'none' || !canHaveBackground()) return plain(device)
    const opened: Opened | null = await beforeOf(device, background, (why) => {
      if (this.#opened.camera === opened) void this.#bare(why)
    })
    if (opened) return opened
    if (this.#state.background === background)
      this.#change({ background: this.#opened.camera?.background ?? 'none', backgroundOff: 'failed' })
    this.#news.backgroundOff('failed')
    return status === 'opening' ? plain(device) : null
  }

  /** The background goes off by itself, and the camera goes on. */
  async #bare(why: BackgroundOff): Promise<void> {
    await this.setBackground('none')
    this.#change({ backgroundOff: why })
    this.#news.backgroundOff(why)
  }

  #wish(source: Source): MediaTrackConstraints {
    return wishFor(source, this.#state, this.video)
  }

  #put(source: Source, opened: Opened | null): void {
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
    if (source === 'camera') for (const video of this.#previews) this.#show(video)
    else this.#meter(opened?.track ?? null)
    const replaced = this.#news.track(source)
    if (older && opened) void letGo(older, replaced)
    else older?.end()
  }

  /** Its cable, its battery or the browser's settings have taken it away. */
  async #ended(source: Source, opened: Opened): Promise<void> {
    const fault = await faultOfEnd(source)
    if (this.#opened[source] === opened) this.#lose(source, fault)
  }

  #lose(source: Source, fault: DeviceFault): void {
    this.#put(source, null)
    this.#fault(source, fault)
    this.#news.lost(source, fault)
  }

  #silenced(source: Source, is: boolean): void {
    this.#change({ silenced: { ...this.#state.silenced, [source]: is } })
    if (is) this.#news.lost(source, 'silenced')
  }

  #fault(source: Source, fault: DeviceFault | null): void {
    this.#change({ faults: { ...this.#state.faults, [source]: fault } })
  }

  /** For next time; whether that works is known after the first try. */
  #remember(what: Partial<Kept>): void {
    this.#change({ kept: rememberDevices(what) })
  }

  #meter(track: MediaStreamTrack | null): void {
    this.#stopMeter()
    this.#stopMeter = track ? meterLevel(track, (level) => this.#measured(track, level)) : () => {}
    if (!track) this.#change({ level: 0 })
  }

  #measured(track: MediaStreamTrack, level: number): void {
    this.#change({ level: track.enabled ? level : 0 })
    this.#news.voice(level)
  }

  #show(video: HTMLVideoElement): void {
    const track = this.track('camera')
    video.srcObject = track ? new MediaStream([track]) : null
    if (track) video.play().catch(() => {})
  }

  readonly #relist = () => void this.#list()

  async #list(): Promise<void> {
    if (faultOfPage()) return
    if (!this.#watching) navigator.mediaDevices.addEventListener('devicechange', this.#relist)
    this.#watching = true
    const options = await listDevices()
    const { kept, chosen } = this.#state
    const used = (source: Source) => {
      const device = this.#due.has(source) ? null : this.#opened[source]?.device
      return device?.getSettings().deviceId ?? chosen[source]
    }
    const wished = kept ? rememberedDevices().speaker : chosen.speaker
    const isThere = options.speaker.some(({ id }) => id === wished)
    const speaker = isThere ? wished : (options.speaker[0]?.id ?? null)
    this.#change({ options, chosen: { camera: used('camera'), microphone: used('microphone'), speaker } })
    // A speaker that was unplugged is silent, and heard again where it is back.
    if (chosen.speaker !== null && speaker !== null && speaker !== chosen.speaker) this.#news.speaker(speaker)
  }

  #change(what: Partial<DeviceState>): void {
    this.#state = { ...this.#state, ...what }
    for (const listener of this.#listeners) listener()
  }
}

/** Ends the older device once others get the new one. */
async function letGo(older: Opened, replaced: Promise<void>): Promise<void> {
  await Promise.race([replaced.catch(() => {}), new Promise((late) => setTimeout(late, LET_GO_MS))])
  older.end()
}
