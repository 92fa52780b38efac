import * as v from 'valibot'
import type { IncomingMessage, Server } from 'node:http'
import type { Socket } from 'node:net'
import type { Millis } from '../../protocol/types.ts'
import type { Admission } from '../realtime/admission.ts'
import { Unfinished } from '../realtime/unfinished.ts'
import { networkOf, type IsProxy } from './client-address.ts'

/**
 * How long a request may take to arrive, in ms: what is sent here is some names, and a telephone in a tunnel tries again.
 * `connectionsCheckingInterval`: how often it is looked for those that are late.
 */
export const REQUEST_LIMITS = {
  headersTimeout: 10_000,
  requestTimeout: 20_000,
  keepAliveTimeout: 72_000,
  connectionsCheckingInterval: 2_000,
} as const satisfies Record<string, Millis>

// A browser sends its request as soon as it is connected; some open one connection more than they need, and wait with it.
const UNFINISHED = { fromOne: 1_000, inAll: 4_000 }
// Logs, the store, the engine and the like.
const OTHER_FILES = 512
// Where the system does not say.
const FILES = 4_096

/**
 * Counts the connections of a server before anything is read from them. Whoever opens them in a stream is cut, and of those that have
 * sent no whole request yet, the oldest makes room for the next. A connection from a proxy says nothing of who comes. Gives a function that
 * tells which share of the connections that there may be are there.
 */
export function limitConnections(
  server: Server,
  admission: Pick<Admission, 'takes'>,
  isProxy: IsProxy,
  most = UNFINISHED,
): () => number {
  let connections = 0
  const unfinished = new Unfinished<Socket>(most)
  // One of each for all: ten thousand functions would cost memory.
  function closed(): void {
    connections -= 1
  }
  function forget(this: Socket): void {
    unfinished.finish(this)
  }
  server.maxConnections = mostConnections(openFiles())
  server.on('connection', (socket) => {
    connections += 1
    socket.on('close', closed)
    const { remoteAddress = '' } = socket
    const network = isProxy(remoteAddress) ? null : networkOf(remoteAddress)
    if (network !== null && !admission.takes('connection', network)) return socket.destroy()
    unfinished.begin(socket, network)?.destroy()
    return socket.on('close', forget)
  })
  server.on('request', (request) => {
    if (hasBody(request)) request.once('end', () => unfinished.finish(request.socket))
    else unfinished.finish(request.socket)
  })
  server.on('upgrade', ({ socket }) => {
    unfinished.finish(socket)
    socket.off('close', forget)
  })
  return () => connections / server.maxConnections
}

/** Of every three files that a process may open, two are for browsers: a way to the media is a connection in and another on. */
export function mostConnections(files: number): number {
  return Math.floor((Math.max(files - OTHER_FILES, OTHER_FILES) * 2) / 3)
}

/** Whether more of a request is to come after its head (RFC 9112, 6). */
function hasBody({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0
}

const Report = v.object({ userLimits: v.object({ open_files: v.object({ soft: v.number() }) }) })

/** How many files this process may open at the same time. */
function openFiles(): number {
  const report = v.safeParse(Report, process.report.getReport())
  return report.success ? report.output.userLimits.open_files.soft : FILES
}
