import { RoomServiceClient, WebhookReceiver } from 'livekit-server-sdk'
import PQueue from 'p-queue'
import type { Logger } from 'pino'
import type { Millis, SessionId } from '../../protocol/types.ts'
import { Engine } from './engine.ts'
import { readEngineWork } from './engine-work.ts'
import type { EngineConfig } from './livekit-config.ts'
import { LiveKitRoom } from './livekit-room.ts'
import { tokenFor } from './livekit-tokens.ts'
import type { Media, MediaReports } from './media.ts'
import { RemoteEngine } from './remote-engine.ts'
import { bearerOf, ticketFor } from './tickets.ts'
import { newId } from '../secrets.ts'

/** A LiveKit of ours, or one that runs already. */
export type LiveKitConfig =
  | ({ kind: 'own' } & EngineConfig)
  | { kind: 'remote'; url: string; key: string; secret: string }

// Webhooks may be lost; this finds what they would have said.
const LOOK_AT_PUBLISHERS: Millis = 10_000
const LOOK_AT_ALL: Millis = 30_000
const REQUEST_S = 5
// What is asked of the engine at once: it answers in a few ms, and what it needs for media is not taken by a crowd that comes back.
const AT_ONCE = 16

/**
 * The media port over LiveKit (1.13.5). Throws EngineFault where our own cannot be started, or another's refuses our keys.
 * `lookEvery`: how often, in ms, all who are in the engine are looked at.
 */
export async function createLiveKit(config: LiveKitConfig, log: Logger, lookEvery = LOOK_AT_ALL): Promise<Media> {
  const { key, secret } = config
  const queue = new PQueue({ concurrency: AT_ONCE })
  const rooms = new Map<SessionId, LiveKitRoom>()
  let reports: MediaReports = { systemEvent: () => {}, up: () => {}, wanted: () => null }
  let isUp = true

  const clientOf = (url: string) => new RoomServiceClient(url, key, secret, { requestTimeout: REQUEST_S })

  /** Only an engine with our keys makes a room of this name, and says so. */
  async function proof(url: string): Promise<void> {
    const service = clientOf(url)
    const name = `proof-${newId()}`
    const made = await service.createRoom({ name, emptyTimeout: 1 })
    if (made.name !== name) throw new Error('Something else than LiveKit answers there.')
    await service.deleteRoom(name)
  }

  const changed = (up: boolean) => {
    isUp = up
    const tell = async () => {
      if (up) await Promise.all([...rooms.values()].map(async (room) => await room.again()))
      reports.up(up)
    }
    tell().catch((fault: unknown) => log.error({ fault }, 'the engine is back, and nobody was told'))
  }
  const engine =
    config.kind === 'own'
      ? await Engine.start(config, proof, log, changed)
      : await RemoteEngine.start(config.url, proof, changed)
  if (engine instanceof RemoteEngine) isUp = engine.isUp

  let client = { url: engine.url, service: clientOf(engine.url) }
  /** An engine that was started again may be at another port. */
  const service = () => {
    if (client.url !== engine.url) client = { url: engine.url, service: clientOf(engine.url) }
    return client.service
  }
  const receiver = new WebhookReceiver(key, secret)
  const looking = [
    setInterval(() => {
      for (const room of rooms.values()) room.lookAtPublishers()
    }, LOOK_AT_PUBLISHERS).unref(),
    setInterval(() => void lookAtAll(), lookEvery).unref(),
  ]

  async function lookAtAll(): Promise<void> {
    if (!isUp) return
    for (const room of rooms.values())
      await room.lookAtAll().catch((fault: unknown) => log.warn({ fault }, 'the engine does not say who is there'))
  }

  function roomOf(session: SessionId): LiveKitRoom {
    const known = rooms.get(session)
    if (known) return known
    const room: LiveKitRoom = new LiveKitRoom(session, { service, reports: () => reports, queue, log }, () => {
      if (rooms.get(session) === room) rooms.delete(session)
    })
    rooms.set(session, room)
    return room
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
    open: (session) => roomOf(session).want(true),
    opened: async (session) => await rooms.get(session)?.tried(),
    close: (session) => roomOf(session).want(false),
    leave(session) {
      rooms.get(session)?.close()
      rooms.delete(session)
    },
    ticket: (session, person) => ticketFor(secret, session, person, Date.now()),
    bearer: (ticket) => bearerOf(secret, ticket, Date.now()),
    async token(session, person, grant) {
      rooms.get(session)?.expect(person, grant)
      return await tokenFor(config, session, person, grant)
    },
    arrived: (session, person) => rooms.get(session)?.arrived(person),
    converge: (session, person) => rooms.get(session)?.converge(person),
    cut: (session, person) => rooms.get(session)?.cut(person),
    speaker: (session, sid) => rooms.get(session)?.speaker(sid) ?? null,
    work: async () => (engine instanceof Engine ? await readEngineWork(engine.metricsUrl) : null),
    async receive(body, authorization) {
      const event = await receiver.receive(body, authorization).catch(() => null)
      if (!event) return false
      const room = rooms.get(event.room?.name ?? '')
      if (event.event === 'room_finished') void room?.again()
      const { participant } = event
      if (participant && event.event === 'participant_joined') room?.found(participant)
      if (participant && event.event === 'track_published') room?.converge(participant.identity)
      return true
    },
    async stop() {
      for (const timer of looking) clearInterval(timer)
      for (const room of rooms.values()) room.close()
      await engine.stop()
    },
  }
}
