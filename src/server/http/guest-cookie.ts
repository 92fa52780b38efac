import { fastifyCookie } from '@fastify/cookie'
import type { FastifyReply } from 'fastify'
import { createHmac, timingSafeEqual } from 'node:crypto'
import type { RoomId } from '../../protocol/types.ts'
import { keyOf, newId } from '../secrets.ts'
import type { StoredPerson } from '../store/store.ts'

// Browsers keep a cookie for 400 days at most (RFC 6265bis, 5.5).
const MAX_AGE_S = 400 * 24 * 3600

/** One cookie for the whole site, however many rooms somebody was in: some proxies refuse a long header of cookies for ever. */
export const COOKIE = 'rostrum'
const PATH = '/api'
/** Before there was one for the site, each room had its own. */
const nameBefore = (room: RoomId) => `rostrum_${room}`

/** Reads and gives the cookie by which a browser is known. `serverKey` signs it. */
export class GuestCookie {
  readonly #serverKey: string
  readonly #secure: boolean

  /** `secure`: for HTTPS alone. */
  constructor(serverKey: string, secure: boolean) {
    this.#serverKey = serverKey
    this.#secure = secure
  }

  /** Who the browser is in a room, by its `Cookie` header; null for who is not known there. `byKey`: where the people are looked up. */
  async whoIs<P extends StoredPerson>(
    header: string | undefined,
    room: RoomId,
    byKey: (key: string) => Promise<P | null>,
  ): Promise<P | null> {
    const cookies = header === undefined ? {} : fastifyCookie.parse(header)
    const guest = this.#guestIn(cookies[COOKIE])
    const found = guest === null ? null : await byKey(keyIn(room, guest))
    const before = cookies[nameBefore(room)]
    return found ?? (before === undefined ? null : await byKey(keyOf(before)))
  }

  /** Under what the store knows a guest in a room: the room's own key, and the hash by which all rooms of the guest are found. */
  keysOf(guest: string, room: RoomId): { key: string; guest: string } {
    return { key: keyIn(room, guest), guest: this.hashOf(guest) }
  }

  /** The hash by which the rooms of a guest are found. It takes the server's key too: the file alone does not tell whose rooms they are. [MINE-1] */
  hashOf(guest: string): string {
    return createHmac('sha256', this.#serverKey).update(`rooms ${guest}`).digest('hex')
  }

  /** Makes somebody new of the browser, in every room. Gives the new secret. */
  begin(reply: FastifyReply): string {
    const guest = newId()
    const options = { path: PATH, httpOnly: true, sameSite: 'lax', secure: this.#secure, maxAge: MAX_AGE_S } as const
    reply.setCookie(COOKIE, this.signed(guest), options)
    return guest
  }

  /** The secret of the guest that a browser is; null where it has sent none of ours. */
  guestOf(header: string | undefined): string | null {
    return header === undefined ? null : this.#guestIn(fastifyCookie.parse(header)[COOKIE])
  }

  /** The cookie's value for a guest's secret. */
  signed(guest: string): string {
    return `${guest}.${this.#signature(guest)}`
  }

  /** The same, and nothing stays of who the browser was before. */
  forget(header: string | undefined, reply: FastifyReply): void {
    for (const name of Object.keys(header === undefined ? {} : fastifyCookie.parse(header)))
      if (name.startsWith(nameBefore(''))) reply.clearCookie(name, { path: PATH })
    this.begin(reply)
  }

  /** The secret in a cookie that we have signed. */
  #guestIn(cookie: string | undefined): string | null {
    const [guest = '', signature = ''] = cookie?.split('.') ?? []
    const [given, right] = [Buffer.from(signature), Buffer.from(this.#signature(guest))]
    return given.length === right.length && timingSafeEqual(given, right) ? guest : null
  }

  #signature(guest: string): string {
    return createHmac('sha256', this.#serverKey).update(`guest ${guest}`).digest('base64url')
  }
}

/** What the store knows a guest by: in each room another, so that nobody can tell from it that two are one. */
export function keyIn(room: RoomId, guest: string): string {
  return keyOf(`${room} ${guest}`)
}
