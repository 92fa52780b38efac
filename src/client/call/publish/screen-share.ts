import type { LocalTrack, Room, TrackPublishOptions } from 'livekit-client'
import { loadEngine } from '../media/load-livekit.ts'
import { SCREEN_SOURCES, type Millis, type ScreenSource } from '../../../protocol/types.ts'
import { LastPicture } from '../media/last-picture.ts'
import { carriesBoth, loadAfter, type Encoded, type ShareLoad } from './share-load.ts'

// Text seldom changes and must be readable; a film in it may move.
const TOP = { maxBitrate: 3_000_000, maxFramerate: 30 }
// For viewers with weak connections: fewer pictures of the same size, because text made smaller cannot be read.
const FEWER = { maxBitrate: 500_000, maxFramerate: 5 }
// Larger than any screen, so that nothing is scaled down.
const ANY_SIZE = 16_384
/** The size in px that is normally sent: what fits beside the panel on a dense laptop screen. The second is for machines with time to spare. */
const USUAL = 2_048 * 1_152
const LARGE = 2_560 * 1_440
const LOOK_EVERY: Millis = 2_000
const SOUND_BITRATE = 96_000

/**
 * The screen that this page shares, published as far as the session allows it. Ends with `close`, or when the person stops it in the
 * browser, which calls `ended`.
 */
export class OwnShare {
  readonly #stream: MediaStream
  readonly #published = new Map<ScreenSource, LocalTrack>()
  #room: Room | null = null
  #allowed: readonly ScreenSource[] = []
  #due = false
  #running: Room | null = null
  readonly #last: LastPicture | null
  /** The last picture, while the shared window gives none. */
  #held: MediaStreamTrack | null = null
  #load: ShareLoad = { isLarge: false, isTooMuch: false, since: { at: performance.now(), pictures: 0, took: 0 } }
  #hasBoth = false
  readonly #looking: ReturnType<typeof setInterval>

  constructor(stream: MediaStream, ended: () => void) {
    this.#stream = stream
    const picture = this.#track('screen_share')
    if (picture) picture.contentHint = 'detail'
    picture?.addEventListener('ended', ended)
    picture?.addEventListener('mute', this.#hold)
    picture?.addEventListener('unmute', this.#hold)
    this.#last = picture && new LastPicture(picture)
    this.#looking = setInterval(() => void this.#look().catch(() => {}), LOOK_EVERY)
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

  /** Ends it at once, before the server is asked. */
  close(): void {
    for (const track of this.#stream.getTracks()) track.stop()
    clearInterval(this.#looking)
    this.#last?.close()
    this.follow([])
  }

  /** [SHARE-9] A minimised window gives no pictures: its last one stays. */
  readonly #hold = (): void => {
    const isMuted = this.#track('screen_share')?.muted === true
    this.#held = (isMuted && this.#last?.hold()) || null
    if (this.#held) this.#held.contentHint = 'detail'
    else this.#last?.let()
    this.#sync()
  }

  /** [SHARE-8] Sets the size that this machine has time for, and adds the stream with fewer pictures if the uplink carries both. */
  async #look(): Promise<void> {
    const published = this.#published.get('screen_share')
    const report = await published?.getRTCStatsReport()
    if (!published || !report) return
    this.#load = loadAfter(this.#load, encodedIn(report))
    this.#hasBoth = carriesBoth(this.#hasBoth, carriedIn(report))
    await fit(published, this.#load.isLarge ? LARGE : USUAL, this.#hasBoth)
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
      // A failure is tried again when the connection or the permission changes.
      for (const source of SCREEN_SOURCES) await this.#settle(room, source).catch(() => {})
    }
    if (this.#running === room) this.#running = null
  }

  async #settle(room: Room, source: ScreenSource): Promise<void> {
    // While reconnecting, LiveKit's client publishes again by itself what it had; this would publish it twice.
    if (room.state.toString() !== 'connected') return
    const device = this.#track(source)
    const isWanted = this.#allowed.includes(source) && device?.readyState === 'live'
    const published = this.#published.get(source)
    const isThere = room.localParticipant.getTrackPublications().some((each) => each.track === published)
    if (published && !(isWanted && isThere)) {
      this.#published.delete(source)
      await room.localParticipant.unpublishTrack(published, false)
    }
    if (!isWanted) return
    const track = (source === 'screen_share' && this.#held) || device
    const there = this.#published.get(source)
    if (!there) await this.#publish(room, source, track)
    else if (there.mediaStreamTrack !== track) await there.replaceTrack(track, { userProvidedTrack: true })
  }

  async #publish(room: Room, source: ScreenSource, device: MediaStreamTrack): Promise<void> {
    const { OwnSound, LocalVideoTrack, Track, VideoPreset } = await loadEngine()
    const isPicture = source === 'screen_share'
    const track = isPicture ? new LocalVideoTrack(device, undefined, true) : new OwnSound(device, undefined, true)
    const options: TrackPublishOptions = isPicture
      ? {
          source: Track.Source.ScreenShare,
          screenShareEncoding: TOP,
          screenShareSimulcastLayers: [new VideoPreset({ width: ANY_SIZE, height: ANY_SIZE, ...FEWER })],
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
    if (isPicture) await this.#look()
  }
}

/**
 * Limits all layers to `most` px, and turns the layer with fewer pictures on or off. Called again and again, because a shared window may
 * change its size, and LiveKit's client turns off layers that nobody watches.
 */
async function fit({ sender, mediaStreamTrack }: LocalTrack, most: number, hasBoth: boolean): Promise<void> {
  const { width = 0, height = 0 } = mediaStreamTrack.getSettings()
  const scaleResolutionDownBy = Math.max(1, Math.sqrt((width * height) / most))
  const parameters = sender?.getParameters()
  const top = parameters?.encodings.at(-1)
  if (!sender || !parameters || !top) return
  const wanted = parameters.encodings.map((each) => ({
    ...each,
    scaleResolutionDownBy,
    active: each === top ? each.active : hasBoth && top.active,
  }))
  const isSo = ({ active, scaleResolutionDownBy: scale }: RTCRtpEncodingParameters, n: number) =>
    active === wanted[n]?.active && scale === scaleResolutionDownBy
  if (!parameters.encodings.every(isSo)) await sender.setParameters({ ...parameters, encodings: wanted })
}

/** The browser's estimate of the uplink in bit/s; 0 if it gives none. */
function carriedIn(report: RTCStatsReport): number {
  let carried = 0
  report.forEach(({ availableOutgoingBitrate = 0 }) => {
    carried = Math.max(carried, availableOutgoingBitrate)
  })
  return carried
}

/** The sum of what a sender's statistics say of its layers (W3C webrtc-stats). */
function encodedIn(report: RTCStatsReport): Encoded {
  const encoded = { at: performance.now(), pictures: 0, took: 0 }
  report.forEach(({ type, framesEncoded = 0, totalEncodeTime = 0 }) => {
    if (type !== 'outbound-rtp') return
    encoded.pictures = Math.max(encoded.pictures, framesEncoded)
    encoded.took += totalEncodeTime * 1_000
  })
  return encoded
}
