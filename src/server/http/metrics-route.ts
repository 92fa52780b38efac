import type { FastifyInstance, FastifyRequest } from 'fastify'
import { createHash, timingSafeEqual } from 'node:crypto'
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client'
import type { Files } from '../files/files.ts'
import type { MediaLoadWatch } from '../media/media-load.ts'

const LOOPBACK = ['127.0.0.1', '::1', '::ffff:127.0.0.1']

/** What is told: sockets that are open and the bytes that wait in them unread, the load of the media, and what files take. */
export type Measured = {
  sockets: () => { open: number; unreadBytes: number }
  load: MediaLoadWatch
  files: Pick<Files, 'usage'>
  token: string
}

/**
 * `GET /metrics`, in the text format of Prometheus: this process (its delay of events, memory, CPU), sockets, media and files. For whoever has
 * the token as `Authorization: Bearer`; without a token that is set, for this machine alone. Others are told 404.
 */
export function metrics(app: FastifyInstance, { sockets, load, files, token }: Measured): void {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const gauge = (name: string, help: string, value: () => number | null | Promise<number>) =>
    new Gauge({
      name,
      help,
      registers: [registry],
      async collect() {
        // What is not known is no number: 0 would be a figure.
        this.set((await value()) ?? NaN)
      },
    })
  gauge('rostrum_sockets', 'Connections of browsers that are open.', () => sockets().open)
  gauge('rostrum_unread_bytes', 'Bytes that wait for browsers to read them.', () => sockets().unreadBytes)
  gauge('rostrum_media_connections', 'People connected to the media.', () => load.figures.viewers)
  gauge('rostrum_media_sound_only', 'Those of them who receive sound alone.', () => load.figures.soundOnly)
  gauge('rostrum_media_viewers_held', 'How many the media hold, as set or estimated.', () => load.figures.viewersHeld)
  gauge('rostrum_media_cpu_cores', 'Cores that LiveKit works, where it is ours.', () => load.figures.engineCores)
  gauge(
    'rostrum_media_packets_out',
    'Packets that LiveKit sends a second, where it is ours.',
    () => load.figures.packetsOutPerSecond,
  )
  gauge(
    'rostrum_files_bytes',
    'Bytes of the files that are kept, as pictures.',
    async () => (await files.usage()).bytes,
  )
  app.get('/metrics', async (request, reply) => {
    if (!mayRead(request, token)) return await reply.code(404).send()
    return await reply.type(registry.contentType).send(await registry.metrics())
  })
}

function mayRead({ headers, socket }: FastifyRequest, token: string): boolean {
  if (token !== '') return isSame(headers.authorization ?? '', `Bearer ${token}`)
  // A proxy on this machine speaks for the whole world.
  const isForwarded = ['x-forwarded-for', 'x-real-ip', 'forwarded', 'via'].some((name) => name in headers)
  return !isForwarded && LOOPBACK.includes(socket.remoteAddress ?? '')
}

function isSame(given: string, right: string): boolean {
  return timingSafeEqual(digestOf(given), digestOf(right))
}

function digestOf(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
