import { RoomServiceClient, ServerError, TrackSource } from 'livekit-server-sdk'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { pino } from 'pino'
import { WebSocket } from 'ws'
import { cachedLiveKit } from '../../scripts/cache.mjs'
import type { PersonId, SessionId } from '../../src/protocol/types.ts'
import type { Grant } from '../../src/rules/stage/grants.ts'
import { notedPid } from '../../src/server/media/engine-process.ts'
import { createLiveKit } from '../../src/server/media/media.livekit.ts'
import type { Media } from '../../src/server/media/media.ts'

type Published = Grant['publish'][number]

export const KEYS = { key: 'rostrum-test', secret: 'only-for-tests'.repeat(3) }
// What the signalling of LiveKit asks of a browser: an empty join request, uncompressed (livekit_rtc.proto).
export const JOIN_REQUEST = Buffer.from([8, 0]).toString('base64')
const SOURCES = new Map<TrackSource, Published>([
  [TrackSource.MICROPHONE, 'microphone'],
  [TrackSource.CAMERA, 'camera'],
  [TrackSource.SCREEN_SHARE, 'screen_share'],
  [TrackSource.SCREEN_SHARE_AUDIO, 'screen_share_audio'],
])

/** A real LiveKit of our own, as a test sees it. */
export type LiveKit = {
  media: Media
  /** The sessions that have a room in it. */
  rooms(): Promise<SessionId[]>
  /** What somebody in it may do; null for who is not in it. */
  permission(session: SessionId, person: PersonId): Promise<{ subscribe: boolean; publish: Published[] } | null>
  /** By name, everybody who is in it. */
  people(session: SessionId): Promise<PersonId[]>
  /** From now on its reports go to the Rostrum at this address. */
  reportsTo(origin: string): void
  /** Its process at this moment. */
  pid(): number
  stop(): Promise<void>
}

/** LIVEKIT_BINARY, else the one that `npm run livekit` has built into the user's cache. */
export function builtLiveKit(): string {
  const binary = process.env['LIVEKIT_BINARY'] ?? cachedLiveKit(process.env)
  if (!existsSync(binary)) throw new Error(`There is no LiveKit at ${binary}. Run: npm run livekit`)
  return binary
}

/** Starts a LiveKit. */
export async function startLiveKit(binary = builtLiveKit()): Promise<LiveKit> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'rostrum-livekit-'))
  const ports = { udpPort: 0, tcpPort: 0, httpPort: 0 }
  let reportsTo: string | null = null
  // LiveKit is told once where its reports go, and each Rostrum of a test listens somewhere else.
  const relay = createServer((report, answer) => {
    const headers = { 'content-type': 'application/webhook+json', authorization: report.headers.authorization ?? '' }
    const pass = async () => {
      const body = await text(report)
      if (reportsTo !== null) await fetch(`${reportsTo}/api/media/webhook`, { method: 'POST', headers, body })
    }
    pass()
      .catch(() => {})
      .finally(() => answer.end())
  })
  await once(relay.listen(0, '127.0.0.1'), 'listening')
  const webhook = `http://127.0.0.1:${(relay.address() as AddressInfo).port}/`
  const config = { kind: 'own', binary, address: '127.0.0.1', ...ports, ...KEYS, webhook, dataFolder } as const
  const media = await createLiveKit(config, pino({ level: 'silent' }), 500)
  const service = new RoomServiceClient(media.url, KEYS.key, KEYS.secret)
  return {
    media,
    rooms: async () => (await service.listRooms()).map(({ name }) => name),
    async permission(session, person) {
      const there = await service.getParticipant(session, person).catch((fault: unknown) => {
        if (fault instanceof ServerError && fault.status === 404) return null
        throw fault
      })
      if (!there?.permission) return null
      const { canSubscribe, canPublish, canPublishSources } = there.permission
      const publish = canPublish ? canPublishSources.flatMap((source) => SOURCES.get(source) ?? []) : []
      return { subscribe: canSubscribe, publish }
    },
    people: async (session) => (await service.listParticipants(session)).map(({ identity }) => identity),
    reportsTo: (origin) => void (reportsTo = origin),
    pid: () => notedPid(dataFolder) ?? 0,
    async stop() {
      await media.stop()
      relay.close()
      rmSync(dataFolder, { recursive: true, force: true })
    },
  }
}

const open = new Set<WebSocket>()

type Signalling = { path?: string; headers?: Record<string, string>; query?: Record<string, string> }

/** Opens LiveKit's signalling at an address. Gives 'open' once LiveKit has answered, or the status of its refusal. */
export async function signals(
  origin: string,
  token: string,
  { path = '/rtc/v1', headers = {}, query: asked = { join_request: JOIN_REQUEST } }: Signalling = {},
): Promise<'open' | number> {
  const query = new URLSearchParams({ access_token: token, ...asked })
  const socket = new WebSocket(`${origin.replace('http', 'ws')}${path}?${query.toString()}`, { headers })
  open.add(socket)
  return await new Promise((answered, failed) => {
    socket.once('message', () => answered('open'))
    socket.once('unexpected-response', (_request, answer: IncomingMessage) => answered(answer.statusCode ?? 0))
    socket.on('error', failed)
  })
}

/** Cuts every connection that `signals` has opened. */
export async function hangUp(): Promise<void> {
  for (const socket of open) {
    open.delete(socket)
    if (socket.readyState !== WebSocket.OPEN) continue
    const closed = once(socket, 'close')
    socket.terminate()
    await closed
  }
}
