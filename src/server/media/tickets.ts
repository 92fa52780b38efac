import { createHmac, timingSafeEqual } from 'node:crypto'
import * as v from 'valibot'
import type { Millis, PersonId, SessionId } from '../../protocol/types.ts'

/** How long a ticket is good: LiveKit gives a connected client a new token every five minutes, and in its place goes a ticket. */
export const TICKET_LASTS: Millis = 600_000

// livekit-client looks at nothing but that a token has three parts with JSON in them (RFC 7519, HS256).
const HEADER = encoded({ alg: 'HS256', typ: 'JWT' })
const Claims = v.object({ session: v.string(), person: v.string(), exp: v.number() })

/** A ticket says who somebody is, until it is over, and opens nothing by itself. `at`: now, in ms since 1970. */
export function ticketFor(secret: string, session: SessionId, person: PersonId, at: Millis): string {
  const content = `${HEADER}.${encoded({ session, person, exp: Math.floor((at + TICKET_LASTS) / 1_000) })}`
  return `${content}.${signature(secret, content)}`
}

/** Who a ticket speaks for; null where signature, time or content does not hold. */
export function bearerOf(secret: string, ticket: string, at: Millis): { session: SessionId; person: PersonId } | null {
  const [header = '', claims = '', signed = ''] = ticket.split('.')
  const [given, right] = [Buffer.from(signed), Buffer.from(signature(secret, `${header}.${claims}`))]
  if (given.length !== right.length || !timingSafeEqual(given, right)) return null
  const read = v.safeParse(Claims, decoded(claims))
  if (!read.success || read.output.exp * 1_000 < at) return null
  const { session, person } = read.output
  return { session, person }
}

function encoded(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}

function decoded(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString())
  } catch {
    return null
  }
}

/** Under a use of its own, so that nothing else that is signed with the secret is a ticket. */
function signature(secret: string, content: string): string {
  return createHmac('sha256', secret).update(`ticket ${content}`).digest('base64url')
}
