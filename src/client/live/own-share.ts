import type { LocalTrack, Room, TrackPublishOptions } from 'livekit-client'
import { loadEngine } from './engine.ts'
import { SCREEN_SOURCES, type ScreenSource } from '../../protocol/words.ts'

// A page of text changes seldom and must be read; a film in it may move.
const TOP = { maxBitrate: 3_000_000, maxFramerate: 30 }
const SOUND_BITRATE = 96_000

/**
 * The screen that this page shares, published as far as the session allows it. Ends with `close`, or where the person ends it
 * outside of the page, of which `ended` is told.
 */
export class OwnShare {
  readonly #stream: MediaStream
  readonly #published = new Map<ScreenSource, LocalTrack>()
  #room: Room | null = null
  #allowed: readonly ScreenSource[] = []
  #due = false
  #running: Room | null = null

  constructor(stream: MediaStream, ended: () => void) {
    this.#stream = stream
    const picture = this.#track('screen_share')
    if (picture) picture.contentHint = 'detail'
    picture?.addEventListener('ended', ended)
  }

  get hasSound(): boolean {
    return this.#track('screen_share_audio') !== null
  }

  attach(room: Room): void {
    this.#room = room
    this.#sync()
  }

  detach(): void {
    this.#room = null
    this.#published.clear()
  }

  /** What the session lets one publish of it now. */
  follow(allowed: readonly ScreenSource[]): void {
    this.#allowed = allowed
    this.#sync()
  }

  /** Ends it at once, before anybody is asked. */
  close(): void {
    for (const track of this.#stream.getTracks()) track.stop()
    this.follow([])
  }

  #track(source: ScreenSource): MediaStreamTrack | null {
    const { [0]: track } = source === 'screen_share' ? this.#stream.getVideoTracks() : this.#stream.getAudioTracks()
    return track ?? null
  }

  #sync(): void {
    this.#due = true
    if (this.#room && this.#running !== this.#room) void this.#run(this.#room)
  }

  async #run(room: Room): Promise<void> {
    this.#running = room
    while (this.#due && this.#room === room) {
      this.#due = false
      // What fails here is looked at again when the connection or the permission changes.
      for (const source of SCREEN_SOURCES) await this.#settle(room, source).catch(() => {})
    }
    if (this.#running === room) this.#running = null
  }

  async #settle(room: Room, source: ScreenSource): Promise<void> {
    // While it reconnects, the engine's client publishes anew by itself what it had: nothing twice.
    if (room.state.toString() !== 'connected') return
    const track = this.#track(source)
    const isWanted = this.#allowed.includes(source) && track?.readyState === 'live'
    const published = this.#published.get(source)
    const isThere = room.localParticipant.getTrackPublications().some((each) => each.track === published)
    if (published && !(isWanted && isThere)) {
      this.#published.delete(source)
      await room.localParticipant.unpublishTrack(published, false)
    }
    if (isWanted && !this.#published.has(source)) await this.#publish(room, source, track)
  }

  async #publish(room: Room, source: ScreenSource, device: MediaStreamTrack): Promise<void> {
    const { LocalAudioTrack, LocalVideoTrack, ScreenSharePresets, Track } = await loadEngine()
    const isPicture = source === 'screen_share'
    const track = isPicture
      ? new LocalVideoTrack(device, undefined, true)
      : new LocalAudioTrack(device, undefined, true)
    const options: TrackPublishOptions = isPicture
      ? {
          source: Track.Source.ScreenShare,
          screenShareEncoding: TOP,
          screenShareSimulcastLayers: [ScreenSharePresets.h720fps5],
          degradationPreference: 'maintain-resolution',
        }
      : {
          source: Track.Source.ScreenShareAudio,
          audioPreset: { maxBitrate: SOUND_BITRATE },
          forceStereo: true,
          dtx: false,
        }
    await room.localParticipant.publishTrack(track, options)
    if (this.#room === room) this.#published.set(source, track)
  }
}
