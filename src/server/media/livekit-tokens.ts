import { AccessToken, TrackSource, type ParticipantPermission, type VideoGrant } from 'livekit-server-sdk'
import type { PersonId, SessionId } from '../../protocol/types.ts'
import type { Grant } from '../../rules/stage/grants.ts'

type Keys = { key: string; secret: string }

const SOURCES: Record<Grant['publish'][number], TrackSource> = {
  microphone: TrackSource.MICROPHONE,
  camera: TrackSource.CAMERA,
  screen_share: TrackSource.SCREEN_SHARE,
  screen_share_audio: TrackSource.SCREEN_SHARE_AUDIO,
}
// A token is used at once.
const TTL = '1m'

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

async function signed({ key, secret }: Keys, identity: PersonId, grant: VideoGrant): Promise<string> {
  const token = new AccessToken(key, secret, { identity, ttl: TTL })
  token.addGrant(grant)
  return await token.toJwt()
}
