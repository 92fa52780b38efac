import {
  RoomServiceClient,
  ServerError,
  TrackSource,
  TrackType,
  WebhookReceiver,
  type ParticipantInfo,
} from 'livekit-server-sdk'
import type { Logger } from 'pino'
import type { Millis, PersonId, SessionId, TrackKind } from '../protocol/words.ts'
import type { Grant } from '../rules/grants.ts'
import { Engine, type EngineConfig } from './engine.ts'
import { bearerOf, permissionOf, ticketFor, tokenFor } from './livekit-tokens.ts'
import type { Media, MediaReports } from './media.ts'
import { RemoteEngine } from './remote-engine.ts'
import { Shadow } from './shadow.ts'

/** A LiveKit of ours, or one that runs already. */
export type LiveKitConfig =
  | ({ kind: 'own' } & EngineConfig)
  | { kind: 'remote'; url: string; key: string; secret: string }

// A room that nobody is in must not vanish in the engine while our session still runs. Seconds.
const NEVER_S = 30 * 24 * 3600
// Webhooks may be lost; this finds what they would have said.
const LOOK_AGAIN: Millis = 10_000
const REQUEST_S = 5

/** The media port over LiveKit (1.13.5). Throws EngineFault where our own cannot be started. */
export async function createLiveKit(config: LiveKitConfig, log: Logger): Promise<Media> {
  const { key, secret } = config
  const rooms = new Set<SessionId>()
  const shadows = new Map<string, Shadow>()
  let reports: MediaReports = { fact: () => {}, up: () => {} }
  let isUp = true

  const changed = (up: boolean) => {
    isUp = up
    const tell = async () => {
      if (up) await Promise.all([...rooms].map(async (session) => await createRoom(session)))
      for (const shadow of shadows.values()) shadow.again()
      reports.up(up)
    }
    tell().catch((fault: unknown) => log.error({ fault }, 'the engine is back, but its rooms are not'))
  }
  const engine =
    config.kind === 'own' ? await Engine.start(config, log, changed) : await RemoteEngine.start(config.url, changed)
  const service = new RoomServiceClient(engine.url, key, secret, { requestTimeout: REQUEST_S })
  const receiver = new WebhookReceiver(key, secret)
  const looking = setInterval(() => {
    for (const shadow of shadows.values()) if (shadow.mayPublish) shadow.again()
  }, LOOK_AGAIN).unref()

  async function createRoom(session: SessionId): Promise<void> {
    await service.createRoom({ name: session, emptyTimeout: NEVER_S, departureTimeout: NEVER_S })
  }

  /** Makes the engine agree with a grant; what it finds published there is reported, and muted where it must be silent. */
  async function apply(session: SessionId, person: PersonId, grant: Grant): Promise<void> {
    const there = await missing(service.updateParticipant(session, person, { permission: permissionOf(grant) }))
    for (const track of tracksOf(there)) {
      const { sid, source, kind } = track
      if (grant.silenced.some((silent) => silent === source) && !track.muted)
        await missing(service.mutePublishedTrack(session, person, sid, true))
      reports.fact(session, { type: 'trackPublished', person, source, kind })
    }
  }

  function shadowOf(session: SessionId, person: PersonId): Shadow {
    const name = `${session} ${person}`
    const shadow = shadows.get(name) ?? new Shadow(async (grant) => await apply(session, person, grant), log)
    shadows.set(name, shadow)
    return shadow
  }

  return {
    get isUp() {
      return isUp
    },
    get url() {
      return engine.url
    },
    async start(to) {
      reports = to
    },
    async open(session) {
      rooms.add(session)
      await createRoom(session)
    },
    ticket: async (session, person) => await ticketFor(config, session, person),
    bearer: async (token) => await bearerOf(config, token),
    token: async (session, person, grant) => await tokenFor(config, session, person, grant),
    converge(session, person, grant) {
      shadowOf(session, person).follow(grant)
    },
    remove(session, person) {
      shadows.get(`${session} ${person}`)?.close()
      shadows.delete(`${session} ${person}`)
      missing(service.removeParticipant(session, person)).catch((fault: unknown) =>
        log.warn({ session, person, fault }, 'a person who left could not be cut'),
      )
    },
    async close(session) {
      rooms.delete(session)
      for (const [name, shadow] of shadows) {
        if (!name.startsWith(`${session} `)) continue
        shadow.close()
        shadows.delete(name)
      }
      await missing(service.deleteRoom(session))
    },
    async receive(body, authorization) {
      const event = await receiver.receive(body, authorization).catch(() => null)
      if (!event) return false
      const session = event.room?.name ?? ''
      if (event.event === 'room_finished' && rooms.has(session)) await createRoom(session)
      if (event.participant && (event.event === 'participant_joined' || event.event === 'track_published'))
        shadows.get(`${session} ${event.participant.identity}`)?.again()
      return true
    },
    async stop() {
      clearInterval(looking)
      for (const shadow of shadows.values()) shadow.close()
      await engine.stop()
    },
  }
}

/** What the engine does not have (a person who is not connected, a room that is gone) is no fault. */
async function missing<T>(asked: Promise<T>): Promise<T | null> {
  return await asked.catch((fault: unknown) => {
    if (fault instanceof ServerError && fault.status === 404) return null
    throw fault
  })
}

type Published = { sid: string; source: string; kind: TrackKind; muted: boolean }

/** What somebody publishes, in our words: the sources as LiveKit names them, in small letters. */
function tracksOf(there: ParticipantInfo | null): Published[] {
  return (there?.tracks ?? []).map(({ sid, source, type, muted }) => ({
    sid,
    muted,
    source: (TrackSource[source] ?? 'UNKNOWN').toLowerCase(),
    kind: type === TrackType.AUDIO ? 'audio' : 'video',
  }))
}
