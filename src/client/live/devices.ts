import type { Source } from '../../protocol/words.ts'
import { faultOf, faultOfPage } from './device-fault.ts'
import { rememberDevices, rememberedDevices } from './device-memory.ts'
import {
  SOURCES,
  type DeviceFault,
  type DeviceKind,
  type DeviceOption,
  type Devices,
  type DeviceState,
  type Noise,
} from './device-state.ts'
import { meterLevel } from './level-meter.ts'

/** What the devices tell their owner: a track is there, is another one or is gone; gone unwanted; where sound is to play. */
export type DeviceNews = {
  track(source: Source): void
  unplugged(source: Source): void
  speaker(id: string): void
  /** How loud it is before the open microphone, 0 to 1, also while it is off. */
  voice(level: number): void
}

/** An open device: what of it is given on, the device itself, and how both end. */
type Opened = { track: MediaStreamTrack; device: MediaStreamTrack; end(): void }

const plain = (device: MediaStreamTrack): Opened => ({ track: device, device, end: () => device.stop() })

const WIDTH_TO_HEIGHT = 16 / 9

const CLOSED: DeviceState = {
  status: 'closed',
  faults: { microphone: null, camera: null },
  wanted: { microphone: true, camera: true },
  live: { microphone: false, camera: false },
  options: { camera: [], microphone: [], speaker: [] },
  chosen: { camera: null, microphone: null, speaker: null },
  level: 0,
  noise: 'standard',
  facing: 'user',
}

/** The own devices over the browser's. Touches nothing of them before a press; `close` puts the lights out. */
export class OwnDevices implements Devices {
  /** The height in px at which the camera is captured. */
  video = 720
  readonly #news: DeviceNews
  readonly #listeners = new Set<() => void>()
  readonly #opened: Record<Source, Opened | null> = { microphone: null, camera: null }
  readonly #previews = new Set<HTMLVideoElement>()
  #state: DeviceState = CLOSED
  // Counts what was asked of each: an answer to what is not wanted any more is put out at once.
  readonly #asked: Record<Source, number> = { microphone: 0, camera: 0 }
  #opening = 0
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
    const { camera, microphone, speaker, wanted, noise } = rememberedDevices()
    this.#change({ status: 'opening', chosen: { camera, microphone, speaker }, wanted, noise, faults: CLOSED.faults })
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
    const { chosen, wanted, noise } = this.#state
    this.#change({ ...CLOSED, chosen, wanted, noise })
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
    rememberDevices({ wanted: this.#state.wanted })
    const track = this.track(source)
    if (source === 'microphone') {
      if (track) track.enabled = on
    } else if (!on) this.stop('camera')
    if (on && !track && this.#state.status === 'open') void this.openOne(source)
  }

  async choose(kind: DeviceKind, id: string): Promise<void> {
    this.#change({ chosen: { ...this.#state.chosen, [kind]: id } })
    rememberDevices(this.#state.chosen)
    if (kind === 'speaker') return this.#news.speaker(id)
    if (this.#opened[kind]) await this.#openAgain(kind)
  }

  async flip(): Promise<void> {
    const facing = this.#state.facing === 'user' ? 'environment' : 'user'
    this.#change({ facing, chosen: { ...this.#state.chosen, camera: null } })
    if (this.#opened.camera) await this.#openAgain('camera')
  }

  async reduceNoise(noise: Noise): Promise<void> {
    this.#change({ noise })
    rememberDevices({ noise })
    if (this.#opened.microphone) await this.#openAgain('microphone')
  }

  /** Opens in another way what is open: the older one goes on until the new one is there. */
  async #openAgain(source: Source): Promise<void> {
    const fault = await this.#openAlone(source)
    this.#change({ faults: { ...this.#state.faults, [source]: fault } })
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
        const fault = await this.#openAlone(source)
        this.#change({ faults: { ...this.#state.faults, [source]: fault } })
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
    const opened = cleaned ?? plain(device)
    if (asked === this.#asked[source]) this.#put(source, opened)
    else opened.end()
  }

  #wish(source: Source): MediaTrackConstraints {
    const id = this.#state.chosen[source]
    // Not exact: a device that was unplugged since then gives way to another one.
    const device = id === null ? {} : { deviceId: { ideal: id } }
    if (source === 'microphone')
      return {
        ...device,
        echoCancellation: true,
        noiseSuppression: this.#state.noise === 'standard',
        autoGainControl: true,
      }
    return {
      ...device,
      height: { ideal: this.video },
      width: { ideal: this.video * WIDTH_TO_HEIGHT },
      facingMode: this.#state.facing,
    }
  }

  #put(source: Source, opened: Opened | null): void {
    const older = this.#opened[source]
    this.#opened[source] = opened
    if (opened) {
      if (source === 'microphone') opened.track.enabled = this.#state.wanted.microphone
      opened.device.addEventListener('ended', () => {
        if (this.#opened[source] === opened) this.#unplugged(source)
      })
    }
    if (source === 'camera') for (const video of this.#previews) this.#show(video)
    else this.#meter(opened?.track ?? null)
    this.#change({ live: { ...this.#state.live, [source]: opened !== null } })
    this.#news.track(source)
    older?.end()
  }

  #unplugged(source: Source): void {
    this.#opened[source]?.end()
    this.#opened[source] = null
    this.#change({
      live: { ...this.#state.live, [source]: false },
      faults: { ...this.#state.faults, [source]: 'unplugged' },
    })
    if (source === 'microphone') this.#meter(null)
    this.#news.track(source)
    this.#news.unplugged(source)
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
    const all = await navigator.mediaDevices.enumerateDevices().catch(() => [])
    const of = (kind: MediaDeviceKind): DeviceOption[] =>
      all.filter((each) => each.kind === kind && each.deviceId).map(({ deviceId, label }) => ({ id: deviceId, label }))
    const speakers = 'setSinkId' in HTMLMediaElement.prototype ? of('audiooutput') : []
    this.#change({ options: { camera: of('videoinput'), microphone: of('audioinput'), speaker: speakers } })
    const used = (source: Source) => this.#opened[source]?.device.getSettings().deviceId ?? this.#state.chosen[source]
    const speaker = this.#state.chosen.speaker ?? speakers[0]?.id ?? null
    this.#change({ chosen: { camera: used('camera'), microphone: used('microphone'), speaker } })
  }

  #change(what: Partial<DeviceState>): void {
    this.#state = { ...this.#state, ...what }
    for (const listener of this.#listeners) listener()
  }
}

/** The microphone with strong noise reduction; null where the browser cannot. */
async function cleanedOf(device: MediaStreamTrack): Promise<Opened | null> {
  try {
    const { cleaned } = await import('./noise.ts')
    return { device, ...(await cleaned(device)) }
  } catch {
    return null
  }
}
