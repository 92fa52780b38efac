import type { FastifyInstance } from 'fastify'
import { notesReader } from '../../rules/notes/notes.ts'
import type { AppContext } from '../app-context.ts'
import { reject } from '../http/rejections.ts'
import { askedIn } from '../portal/room-access.ts'

// Fetched when they are opened, and when a line is back: a building behind one address comes back together.
const FETCHES_PER_MINUTE = 6_000
const limited = { config: { rateLimit: { max: FETCHES_PER_MINUTE, timeWindow: 60_000 } } }

/** All of a room's notes, for whoever is inside: what is written from then on is told over the socket. [NOTES-1] */
export function notesRoutes(app: FastifyInstance, { rooms, visitors, notes }: AppContext): void {
  app.get('/api/rooms/:room/notes', limited, async (request, reply) => {
    const { room, header } = askedIn(request)
    const live = room === null ? null : await rooms.room(room)
    if (!live || live === 'deleted') return reject(reply, 'room-unknown')
    if (live === 'elsewhere') return reject(reply, 'room-moved')
    const known = await visitors.inRoom(header, live)
    const reader = known ? notesReader(live.session, known.id) : 'no-entry'
    if (typeof reader === 'string') return reject(reply, reader)
    const state = await notes.state(live)
    return reply
      .headers({ 'cache-control': 'private, no-store', 'x-content-type-options': 'nosniff' })
      .type('application/octet-stream')
      .send(Buffer.from(state))
  })
}
