import { SignalRequest } from '@livekit/protocol'
import type { RawData, WebSocket } from 'ws'
import type { Offered } from '../rules/grants.ts'

// Who does not read is cut before what waits for it fills the memory.
const WAITING_MAX = 1_048_576
/** A ready WebSocket's state (WHATWG). */
const OPEN = 1
// No close may be sent with these: nothing was said, and nobody said goodbye (RFC 6455, 7.4.1).
const UNSAID = 1005
const CUT = 1006

/**
 * Carries one browser's signalling to the engine and back, until either end closes. Of what the browser says only what we
 * understand passes, as we understood it, and nothing about who may receive what it sends: that is said here, by the returned
 * function, as the session has it. [MEDIA-6]
 */
export function carry(browser: WebSocket, engine: WebSocket): (to: Offered) => void {
  let said = ''
  engine.on('message', (data) => pass(browser, data))
  browser.on('message', (data, isBinary) => {
    const request = isBinary && Buffer.isBuffer(data) ? understood(data) : null
    if (request && request.message.case !== 'subscriptionPermission') pass(engine, bytesOf(request))
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
    return request.message.case === undefined ? null : request
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
