import {
  AccessToken,
  TokenVerifier,
  TrackSource,
  type ParticipantPermission,
  type VideoGrant,
} from 'livekit-server-sdk'
import type { PersonId, SessionId } from '../../protocol/words.ts'
import type { Grant } from '../../rules/grants.ts'

type Keys = { key: string; secret: string }

const SOURCES: Record<Grant['publish'][number], TrackSource> = {
  microphone: TrackSource.MICROPHONE,
  camera: TrackSource.CAMERA,
  screen_share: TrackSource.SCREEN_SHARE,
  screen_share_audio: TrackSource.SCREEN_SHARE_AUDIO,
}
// LiveKit gives a connected client a new token every five minutes; in its place goes a ticket, which must last until the next.
const TTL = '10m'

/**
 * The whole permission, always every field: LiveKit replaces what it has, a missing field counts as no, and an empty list
 * of sources as all of them.
 */
export function permissionOf(grant: Grant): Partial<ParticipantPermission> {
  return {
    canSubscribe: grant.subscribe,
    canPublish: grant.publish.length > 0,
    canPublishData: false,
    canPublishSources: grant.publish.map((source) => SOURCES[source]),
    canUpdateMetadata: false,
    hidden: grant.hidden,
  }
}

/** A token of this moment, for the engine alone. It carries no name: LiveKit would announce it to everybody. */
export async function tokenFor(keys: Keys, session: SessionId, person: PersonId, grant: Grant): Promise<string> {
  return await signed(keys, person, {
    room: session,
    roomJoin: true,
    canSubscribe: grant.subscribe,
    canPublish: grant.publish.length > 0,
    canPublishData: false,
    canPublishSources: grant.publish.map((source) => SOURCES[source]),
    canUpdateOwnMetadata: false,
    hidden: grant.hidden,
  })
}

/** A ticket says who somebody is, and opens nothing by itself. */
export async function ticketFor(keys: Keys, session: SessionId, person: PersonId): Promise<string> {
  return await signed(keys, person, { room: session, roomJoin: false })
}

/** Who a ticket speaks for; null where signature, time or content does not hold, and for a token, which is for the engine alone. */
export async function bearerOf(keys: Keys, ticket: string): Promise<{ session: SessionId; person: PersonId } | null> {
  const claims = await new TokenVerifier(keys.key, keys.secret).verify(ticket).catch(() => null)
  const session = claims?.video?.room
  const person = claims?.sub
  return session && person && claims?.video?.roomJoin === false ? { session, person } : null
}

async function signed({ key, secret }: Keys, identity: PersonId, grant: VideoGrant): Promise<string> {
  const token = new AccessToken(key, secret, { identity, ttl: TTL })
  token.addGrant(grant)
  return await token.toJwt()
}
