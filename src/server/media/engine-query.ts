import {
  ConnectionSettings,
  JoinRequest,
  WrappedJoinRequest,
  WrappedJoinRequest_Compression as Compression,
} from '@livekit/protocol'
import { gunzipSync } from 'node:zlib'

/**
 * What a browser may say of itself on entering LiveKit's signalling (livekit-client 2.23.0, `SignalClient.ts`). Nothing that makes
 * another participant of the same ticket (`publish`), and no metadata or attributes.
 */
const ALLOWED = [
  'adaptive_stream',
  'disable_ice_lite',
  'subscriber_allow_pause',
  'reconnect',
  'reconnect_reason',
  'sid',
  'protocol',
  'client_protocol',
  'capabilities',
  'sdk',
  'version',
  'os',
  'os_version',
  'browser',
  'browser_version',
  'device_model',
  'network',
] as const

// A description of 49 people's tracks has some 100 kB; the engine itself takes a megabyte.
const JOIN_MAX = 1_048_576

/**
 * The engine's query, built anew from what a browser asked with: only what is allowed, each once. Nobody receives what they have not asked
 * for track by track. [LOAD-4] Null where the join request in it cannot be read.
 */
export function engineQuery(asked: URLSearchParams): URLSearchParams | null {
  const query = new URLSearchParams({ auto_subscribe: '0' })
  for (const name of ALLOWED) {
    const value = asked.get(name)
    if (value !== null) query.set(name, value)
  }
  const join = asked.get('join_request')
  if (join === null) return query
  const rebuilt = rebuiltJoin(join)
  if (rebuilt === null) return null
  query.set('join_request', rebuilt)
  return query
}

/**
 * A join request without what nobody may state of themselves; in base64url, as it came. The state of one who comes back would ask for
 * tracks before anybody looks at whether they are pictures (LiveKit 1.13.5, `roommanager.go`); browsers send it afterwards. [LOAD-4]
 */
function rebuiltJoin(encoded: string): string | null {
  try {
    const wrapped = WrappedJoinRequest.fromBinary(Buffer.from(encoded, 'base64url'))
    const isPacked = wrapped.compression === Compression.GZIP
    const bytes = isPacked ? gunzipSync(wrapped.joinRequest, { maxOutputLength: JOIN_MAX }) : wrapped.joinRequest
    const { clientInfo, connectionSettings, ...asked } = JoinRequest.fromBinary(bytes)
    const settings = connectionSettings ?? new ConnectionSettings()
    settings.autoSubscribe = false
    const join = new JoinRequest({
      ...(clientInfo && { clientInfo }),
      connectionSettings: settings,
      addTrackRequests: asked.addTrackRequests,
      ...(asked.publisherOffer && { publisherOffer: asked.publisherOffer }),
      reconnect: asked.reconnect,
      reconnectReason: asked.reconnectReason,
      participantSid: asked.participantSid,
    })
    const joinRequest = join.toBinary({ writeUnknownFields: false })
    const rewrapped = new WrappedJoinRequest({ joinRequest, compression: Compression.NONE })
    // LiveKit wants the padding that base64url leaves out.
    return Buffer.from(rewrapped.toBinary()).toString('base64').replaceAll('+', '-').replaceAll('/', '_')
  } catch {
    return null
  }
}
