import { SignalRequest, SignalResponse } from '@livekit/protocol'
import type { RawData, WebSocket } from 'ws'
import type { Offered } from '../../rules/stage/grants.ts'

// Who does not read is cut before what waits for it fills the memory.
const WAITING_MAX = 1_048_576
/** A ready WebSocket's state (WHATWG). */
const OPEN = 1
// No close may be sent with these: nothing was said, and nobody said goodbye (RFC 6455, 7.4.1).
const UNSAID = 1005
const CUT = 1006

/** What a browser may say to the engine (livekit_rtc.proto, SignalRequest): what is not here is nobody's business, or ours. */
const PASSED: ReadonlySet<SignalRequest['message']['case']> = new Set([
  'offer',
  'answer',
  'trickle',
  'addTrack',
  'mute',
  'subscription',
  'trackSetting',
  'leave',
  'updateLayers',
  'syncState',
  'ping',
  'pingReq',
  'updateAudioTrack',
  'updateVideoTrack',
] satisfies SignalRequest['message']['case'][])

/** What is done with the engine's words, besides passing them on. */
export type Heard = {
  /** A ticket for the browser, in the place of the engine's own token, which would open the engine past the rules. */
  ticket(): string
  /** By the engine's names, who is speaking just now. */
  speaking(sids: readonly string[]): void
  /** The browser has not read yet all that it was sent. */
  isBehind(): void
  /** Whether the browser may receive pictures. [LOAD-4] */
  hasPictures(): boolean
}

/**
 * Carries one browser's signalling to the engine and back, until either end closes. Of what the browser says only what we
 * understand passes, as we understood it, and nothing about who may receive what it sends: that is said here, by the returned
 * function, as the session has it. [MEDIA-6] Of what the engine says its tokens do not pass. [MEDIA-5]
 */
export function relay(browser: WebSocket, engine: WebSocket, heard: Heard): (to: Offered) => void {
  let said = ''
  const answer = (data: RawData | Uint8Array) => {
    pass(browser, data)
    if (browser.bufferedAmount > 0) heard.isBehind()
  }
  engine.on('message', (data) => {
    const read = isRead(data) ? answered(data) : null
    if (read?.case === 'speakersChanged')
      heard.speaking(read.value.speakers.flatMap(({ sid, active }) => (active ? [sid] : [])))
    if (read?.case === 'roomMoved') return
    if (read?.case === 'refreshToken')
      return answer(new SignalResponse({ message: { case: 'refreshToken', value: heard.ticket() } }).toBinary())
    return answer(data)
  })
  browser.on('message', (data, isBinary) => {
    const request = isBinary && Buffer.isBuffer(data) ? understood(data) : null
    if (request && !heard.hasPictures()) withoutPictures(request)
    if (request) pass(engine, bytesOf(request))
  })
  engine.on('close', (code, why) => shut(browser, code, why))
  browser.on('close', (code, why) => shut(engine, code, why))
  // A close follows.
  for (const end of [engine, browser]) end.on('error', () => {})
  return (to) => {
    const permission = bytesOf(offering(to))
    const saying = Buffer.from(permission).toString('base64')
    if (saying !== said) pass(engine, permission)
    said = saying
  }
}

function pass(to: WebSocket, data: RawData | Uint8Array): void {
  if (to.readyState !== OPEN) return
  if (to.bufferedAmount > WAITING_MAX) to.terminate()
  else to.send(data, { binary: true })
}

function shut(end: WebSocket, code: number, why: Buffer): void {
  if (code === CUT) end.terminate()
  else if (code === UNSAID) end.close()
  else end.close(code, why)
}

/** Another reader might find another meaning in the same bytes: what passes is written anew from what we read. */
function understood(data: Buffer): SignalRequest | null {
  try {
    const request = SignalRequest.fromBinary(data)
    return PASSED.has(request.message.case) ? request : null
  } catch {
    return null
  }
}

// LiveKit names tracks so (1.13.5, pkg/rtc/participant.go): TR_VC for a camera, TR_VS for a screen, TR_A… for sound.
const NAME_OF_PICTURES = 'TR_V'

function isSound(track: string): boolean {
  return !track.startsWith(NAME_OF_PICTURES)
}

/** Takes out of a request what asks for pictures. */
function withoutPictures({ message }: SignalRequest): void {
  const wanted =
    message.case === 'subscription' ? message.value : message.case === 'syncState' ? message.value.subscription : null
  if (!wanted?.subscribe) return
  wanted.trackSids = wanted.trackSids.filter(isSound)
  for (const tracks of wanted.participantTracks) tracks.trackSids = tracks.trackSids.filter(isSound)
}

// The first byte of an answer is its kind (protobuf: field number and wire type). All but these pass unread.
const SPEAKERS_CHANGED = 0x52
const FROM_FIELD_16 = 0x80

/** Whether an answer has to be read: who speaks, and whatever has a field number of two bytes, which the tokens have. */
function isRead(data: RawData): data is Buffer {
  const kind = Buffer.isBuffer(data) ? (data[0] ?? 0) : 0
  return kind === SPEAKERS_CHANGED || kind >= FROM_FIELD_16
}

function answered(data: Buffer): SignalResponse['message'] | null {
  try {
    return SignalResponse.fromBinary(data).message
  } catch {
    return null
  }
}

function bytesOf(request: SignalRequest): Uint8Array {
  return request.toBinary({ writeUnknownFields: false })
}

function offering(to: Offered): SignalRequest {
  const allParticipants = to === 'everyone'
  const trackPermissions = (allParticipants ? [] : to).map((participantIdentity) => ({
    participantIdentity,
    allTracks: true,
  }))
  return new SignalRequest({
    message: { case: 'subscriptionPermission', value: { allParticipants, trackPermissions } },
  })
}
