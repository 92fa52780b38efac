import {
  AddTrackRequest,
  SessionDescription,
  SignalRequest,
  SignalResponse,
  SignalTarget,
  TrackSource,
  TrackType,
  TrickleRequest,
  UpdateSubscription,
  type ParticipantInfo,
} from '@livekit/protocol'
import { once } from 'node:events'
import { MediaStreamTrack, RTCPeerConnection, RtpHeader, RtpPacket, type RTCIceCandidate } from 'werift'
import { WebSocket } from 'ws'

// The signalling that knows a connection for each direction (livekit-client before 2.17, and all engines).
const QUERY = { protocol: '16', auto_subscribe: '1', sdk: 'js', version: '2.23.0' }
// Opus in packets of 20 ms (RFC 7587).
const SOUND_EVERY_MS = 20
const SAMPLES = 960
const SOUND_BYTES = 80

/**
 * A client of the engine that obeys nobody: what it is told of leaving, muting and permissions it does not follow, it asks for every
 * track that it hears of, and goes on to take whatever the engine sends it, also when its signalling is cut. Ends with `close`.
 */
export class RawClient {
  /** How many packets of media reached it, encrypted as they are. */
  packets = 0
  readonly #socket: WebSocket
  readonly #receiving = newPeer()
  readonly #sending = newPeer()
  #sound: NodeJS.Timeout | undefined

  /** Comes in through an origin with a ticket. Whoever is refused stays silent. */
  constructor(origin: string, ticket: string) {
    const query = new URLSearchParams({ access_token: ticket, ...QUERY })
    this.#socket = new WebSocket(`${origin.replace('http', 'ws')}/rtc?${query.toString()}`)
    this.#socket.on('error', () => {})
    this.#socket.on('message', (data: Buffer) => {
      this.#hear(SignalResponse.fromBinary(data).message).catch(() => {})
    })
    this.#receiving.onIceCandidate.subscribe((candidate) => this.#trickle(SignalTarget.SUBSCRIBER, candidate))
    this.#sending.onIceCandidate.subscribe((candidate) => this.#trickle(SignalTarget.PUBLISHER, candidate))
  }

  /** Sends sound as a microphone until `close`, whatever anybody says. */
  async publishes(): Promise<void> {
    if (this.#socket.readyState === WebSocket.CONNECTING) await once(this.#socket, 'open')
    const track = new MediaStreamTrack({ kind: 'audio' })
    const { sender } = this.#sending.addTransceiver(track, { direction: 'sendonly' })
    await this.#sending.setLocalDescription(await this.#sending.createOffer())
    const sdp = this.#sending.localDescription?.sdp ?? ''
    // What the engine matches a track by is the name that it has in the offer.
    const cid = /^a=msid:\S+ (\S+)/m.exec(sdp)?.[1] ?? sender.trackId
    const asked = { cid, type: TrackType.AUDIO, source: TrackSource.MICROPHONE }
    this.#say({ case: 'addTrack', value: new AddTrackRequest(asked) })
    this.#say({ case: 'offer', value: new SessionDescription({ type: 'offer', sdp }) })
    let sent = 0
    this.#sound = setInterval(() => {
      sent += 1
      const header = new RtpHeader({ payloadType: 96, sequenceNumber: sent & 0xffff, timestamp: sent * SAMPLES })
      track.writeRtp(new RtpPacket(header, Buffer.alloc(SOUND_BYTES, sent)))
    }, SOUND_EVERY_MS)
  }

  close(): void {
    clearInterval(this.#sound)
    this.#socket.terminate()
    for (const peer of [this.#receiving, this.#sending]) peer.close().catch(() => {})
  }

  async #hear(answer: SignalResponse['message']): Promise<void> {
    if (answer.case === 'answer') await this.#sending.setRemoteDescription({ type: 'answer', sdp: answer.value.sdp })
    if (answer.case === 'join') this.#subscribe(answer.value.otherParticipants)
    if (answer.case === 'update') this.#subscribe(answer.value.participants)
    if (answer.case === 'trickle') {
      const peer = answer.value.target === SignalTarget.SUBSCRIBER ? this.#receiving : this.#sending
      await peer.addIceCandidate(JSON.parse(answer.value.candidateInit))
    }
    if (answer.case !== 'offer') return
    await this.#receiving.setRemoteDescription({ type: 'offer', sdp: answer.value.sdp })
    await this.#receiving.setLocalDescription(await this.#receiving.createAnswer())
    const sdp = this.#receiving.localDescription?.sdp ?? ''
    this.#say({ case: 'answer', value: new SessionDescription({ type: 'answer', sdp }) })
    for (const { connection } of this.#receiving.iceTransports) {
      connection.onData.allUnsubscribe()
      connection.onData.subscribe((data) => {
        if (isMedia(data)) this.packets += 1
      })
    }
  }

  #subscribe(participants: ParticipantInfo[]): void {
    const trackSids = participants.flatMap(({ tracks }) => tracks.map(({ sid }) => sid))
    if (trackSids.length > 0)
      this.#say({ case: 'subscription', value: new UpdateSubscription({ trackSids, subscribe: true }) })
  }

  #trickle(target: SignalTarget, candidate: RTCIceCandidate | undefined): void {
    if (!candidate) return
    this.#say({ case: 'trickle', value: new TrickleRequest({ target, candidateInit: JSON.stringify(candidate) }) })
  }

  #say(message: SignalRequest['message']): void {
    if (this.#socket.readyState === WebSocket.OPEN) this.#socket.send(new SignalRequest({ message }).toBinary())
  }
}

function newPeer(): RTCPeerConnection {
  return new RTCPeerConnection({ iceServers: [], iceAdditionalHostAddresses: ['127.0.0.1'], iceUseIpv6: false })
}

/** RTP and not RTCP, DTLS or STUN, by the first two bytes (RFC 7983, 7; RFC 5761, 4). */
function isMedia(data: Buffer): boolean {
  const [first = 0, second = 0] = data
  const isRtcp = second >= 192 && second <= 223
  return first >= 128 && first <= 191 && !isRtcp
}
