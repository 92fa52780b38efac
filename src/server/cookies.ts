import { fastifyCookie } from '@fastify/cookie'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { RoomId } from '../protocol/words.ts'
import { keyOf } from './secrets.ts'
import type { Store, StoredPerson } from './store.ts'

// Browsers keep a cookie for 400 days at most (RFC 6265bis, 5.5).
const MAX_AGE_S = 400 * 24 * 3600

const nameOf = (room: RoomId) => `rostrum_${room}`

/** Who the browser is in this room, by its cookie; null for who is not known there. */
export async function whoIs(request: FastifyRequest, room: RoomId, store: Store): Promise<StoredPerson | null> {
  const secret = request.cookies[nameOf(room)]
  return secret ? await store.personByKey(room, keyOf(secret)) : null
}

/** Makes the browser known in a room by a secret of which only the hash is kept. */
export function remember(reply: FastifyReply, room: RoomId, secret: string, secure: boolean): void {
  reply.setCookie(nameOf(room), secret, { path: '/api', httpOnly: true, sameSite: 'lax', secure, maxAge: MAX_AGE_S })
}

/** The secret in a bare `Cookie` header, for connections that pass no route. */
export function secretIn(header: string | undefined, room: RoomId): string | undefined {
  return header === undefined ? undefined : fastifyCookie.parse(header)[nameOf(room)]
}
