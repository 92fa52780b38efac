import type { LocalTrack, Room } from 'livekit-client'
import type { PersonView } from '../../protocol/views.ts'
import type { Source } from '../../protocol/words.ts'
import type { OwnDevices } from './devices.ts'

const SOURCES = ['microphone', 'camera'] as const

/**
 * What this page publishes: the open devices, as far as the session says that they are on. One thing at a time, the
 * latest word wins. Only the session's word opens anything, and that needs a press in this page. [MUTE-1] [MUTE-2]
 */
export class OwnTracks {
  readonly #devices: OwnDevices
  readonly #published: Record<Source, LocalTrack | null> = { microphone: null, camera: null }
  readonly #held = new Set<Source>()
  #room: Room | null = null
  #me: PersonView | null = null
  #due = false
  #running = false

  constructor(devices: OwnDevices) {
    this.#devices = devices
  }

  attach(room: Room): void {
    this.#room = room
    this.sync()
  }

  detach(): void {
    this.#room = null
    for (const source of SOURCES) this.#published[source] = null
  }

  /** What the session says of oneself now; null when not inside. */
  follow(me: PersonView | null): void {
    this.#me = me
    for (const source of SOURCES) if (!me?.[source]) this.#held.delete(source)
    this.sync()
  }

  /** Off by one's own press: at once, before anybody was asked. */
  hold(source: Source): void {
    this.#held.add(source)
    const track = this.#published[source]
    if (track) track.mediaStreamTrack.enabled = false
    this.sync()
  }

  /** On again by one's own press. */
  release(source: Source): void {
    this.#held.delete(source)
    this.sync()
  }

  /** Looks again at what should be published: a device was opened, changed or closed. */
  sync(): void {
    this.#due = true
    if (!this.#running) void this.#run()
  }

  async #run(): Promise<void> {
    this.#running = true
    while (this.#due) {
      this.#due = false
      for (const source of SOURCES) await this.#settle(source).catch(() => {})
    }
    this.#running = false
  }

  async #settle(source: Source): Promise<void> {
    const room = this.#room
    if (!room) return
    const device = this.#devices.track(source)
    const published = this.#published[source]
    const mayPublish = this.#me?.place === 'stage' && room.localParticipant.permissions?.canPublish === true
    const isOn = mayPublish && this.#me?.[source] === true && !this.#held.has(source)
    // A microphone stays published while muted, so that it is heard at once; a camera that is off is closed.
    const wanted = mayPublish && device && (isOn || source === 'microphone') ? device : null
    if (
      published &&
      (!wanted || !room.localParticipant.getTrackPublications().some((each) => each.track === published))
    ) {
      this.#published[source] = null
      await room.localParticipant.unpublishTrack(published, false)
    }
    if (!wanted) return
    const current = this.#published[source] ?? (await this.#publish(room, source, wanted, isOn))
    if (current.mediaStreamTrack !== wanted) await current.replaceTrack(wanted, { userProvidedTrack: true })
    wanted.enabled = isOn
    if (isOn && current.isMuted) await current.unmute()
    if (!isOn && !current.isMuted) await current.mute()
  }

  async #publish(room: Room, source: Source, device: MediaStreamTrack, isOn: boolean): Promise<LocalTrack> {
    const { LocalAudioTrack, LocalVideoTrack, Track: LiveKitTrack } = await import('livekit-client')
    const track =
      source === 'microphone'
        ? new LocalAudioTrack(device, undefined, true)
        : new LocalVideoTrack(device, undefined, true)
    if (!isOn) await track.mute()
    await room.localParticipant.publishTrack(track, {
      source: source === 'microphone' ? LiveKitTrack.Source.Microphone : LiveKitTrack.Source.Camera,
    })
    this.#published[source] = track
    return track
  }
}
