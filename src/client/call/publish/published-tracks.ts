import type { LocalTrack, Room } from 'livekit-client'
import type { PersonView } from '../../../protocol/views.ts'
import type { Source } from '../../../protocol/types.ts'
import { loadEngine } from '../media/load-livekit.ts'
import { SOURCES } from '../devices/device-state.ts'
import type { OwnDevices } from '../devices/devices.ts'

/**
 * What this page publishes: the open devices that both the session and the person's own press on this page have turned on. What is off is
 * silent at once; LiveKit follows, one change at a time. [MUTE-1] [MUTE-2]
 */
export class OwnTracks {
  readonly #devices: OwnDevices
  readonly #published: Record<Source, LocalTrack | null> = { microphone: null, camera: null }
  readonly #pressed = new Set<Source>()
  #room: Room | null = null
  #me: PersonView | null = null
  #locked: readonly Source[] = []
  #due = false
  #running: Room | null = null
  #settled: Promise<void> = Promise.resolve()

  constructor(devices: OwnDevices) {
    this.#devices = devices
  }

  attach(room: Room): void {
    this.#room = room
    void this.sync()
  }

  detach(): void {
    this.#room = null
    for (const source of SOURCES) this.#published[source] = null
  }

  /** What the session says of oneself now, null when not inside; and which sources are locked. [LOCK-1] */
  follow(me: PersonView | null, locked: readonly Source[]): void {
    // Whoever turned it off, it takes another press to turn it on.
    for (const source of SOURCES) if (this.#me?.[source] && !me?.[source]) this.#pressed.delete(source)
    this.#me = me
    this.#locked = locked
    void this.sync()
  }

  /** Turned on by a press, if the session agrees. */
  press(source: Source): void {
    this.#pressed.add(source)
    void this.sync()
  }

  /** Turned off by a press: at once, before the server is asked. */
  release(source: Source): void {
    this.#pressed.delete(source)
    void this.sync()
  }

  /** Checks again what should be published, after a device was opened, changed or closed. Resolves when LiveKit follows. */
  sync(): Promise<void> {
    this.#silence()
    this.#due = true
    if (this.#room && this.#running !== this.#room) this.#settled = this.#run(this.#room)
    return this.#settled
  }

  /** On stage or backstage. */
  get #isUp(): boolean {
    return this.#me !== null && this.#me.place !== 'viewer'
  }

  #isOn(source: Source): boolean {
    return this.#isUp && this.#me?.[source] === true && this.#pressed.has(source)
  }

  /** LiveKit may be slow to answer, and what is off must not wait for it. Before the stage nothing is published, and the preview decides. */
  #silence(): void {
    for (const source of SOURCES) {
      const tracks = [this.#published[source]?.mediaStreamTrack, this.#isUp && this.#devices.track(source)]
      if (!this.#isOn(source)) for (const track of tracks) if (track) track.enabled = false
    }
  }

  async #run(room: Room): Promise<void> {
    this.#running = room
    while (this.#due && this.#room === room) {
      this.#due = false
      // A failure is tried again when the connection or the permission changes.
      for (const source of SOURCES) await this.#settle(room, source).catch(() => {})
    }
    if (this.#running === room) this.#running = null
  }

  async #settle(room: Room, source: Source): Promise<void> {
    // While reconnecting, LiveKit's client publishes again by itself what it had; this would publish it twice.
    if (room.state.toString() !== 'connected') return
    const device = this.#devices.track(source)
    const mayPublish =
      this.#isUp && !this.#locked.includes(source) && room.localParticipant.permissions?.canPublish === true
    // A microphone stays published while muted, so that it is heard at once; a camera that is off is closed.
    const wanted = mayPublish && device && (this.#isOn(source) || source === 'microphone') ? device : null
    await this.#unpublish(room, source, wanted)
    if (!wanted) return
    const track = this.#published[source] ?? (await this.#publish(room, source, wanted))
    if (track.mediaStreamTrack !== wanted) await track.replaceTrack(wanted, { userProvidedTrack: true })
    const isOn = this.#isOn(source)
    if (isOn === track.isMuted) await (isOn ? track.unmute() : track.mute())
    track.mediaStreamTrack.enabled = this.#isOn(source)
  }

  /** Unpublishes what is not wanted, or what LiveKit has removed by itself. */
  async #unpublish(room: Room, source: Source, wanted: MediaStreamTrack | null): Promise<void> {
    const published = this.#published[source]
    if (!published) return
    const isThere = room.localParticipant.getTrackPublications().some((each) => each.track === published)
    if (wanted && isThere) return
    this.#published[source] = null
    await room.localParticipant.unpublishTrack(published, false)
  }

  async #publish(room: Room, source: Source, device: MediaStreamTrack): Promise<LocalTrack> {
    const { OwnSound, LocalVideoTrack, Track } = await loadEngine()
    const isSound = source === 'microphone'
    const track = isSound ? new OwnSound(device, undefined, true) : new LocalVideoTrack(device, undefined, true)
    if (!this.#isOn(source)) await track.mute()
    device.enabled = this.#isOn(source)
    await room.localParticipant.publishTrack(track, {
      source: isSound ? Track.Source.Microphone : Track.Source.Camera,
    })
    if (this.#room === room) this.#published[source] = track
    return track
  }
}
