import type { Role, RoomMode } from '../../src/protocol/types.ts'
import { COOKIE, GuestCookie, keyIn } from '../../src/server/http/guest-cookie.ts'
import { newLink } from '../../src/server/http/link-routes.ts'
import { linkToken, newId, readSecrets } from '../../src/server/secrets.ts'
import { openSqlite } from '../../src/server/store/store.sqlite.ts'

/** Somebody of the crowd, who is known in the room by the cookie. */
export type Known = { id: string; name: string; cookie: string; from: string }

/** A room, its people, who have all come through an invite link before, and the viewers' link. The first is the host. */
export type Crowd = { room: string; people: Known[]; token: string }

// A machine has 28,000 ports for each address that it calls from, and a server may count by address.
const PEOPLE_AT_AN_ADDRESS = 200

/** Puts a room and its people into a data folder, as if they had entered one by one, before a server is started on it. */
export async function makeCrowd(folder: string, many: number, mode: RoomMode = 'webinar'): Promise<Crowd> {
  const { serverKey } = await readSecrets(folder)
  const cookie = new GuestCookie(serverKey, false)
  const store = openSqlite(folder)
  const room = newId()
  const crowd = Array.from({ length: many }, (_, n) => {
    const guest = newId()
    const role: Role = n === 0 ? 'host' : 'participant'
    const known = { id: newId(), name: n === 0 ? 'Hana Weber' : `Person ${n}` }
    return {
      stored: { ...known, room, role, key: keyIn(room, guest), lowered: false, seenAt: 0 },
      known: { ...known, cookie: `${COOKIE}=${cookie.signed(guest)}`, from: addressOf(n) },
    }
  })
  const [host, ...guests] = crowd.map(({ stored }) => stored)
  if (!host) throw new Error('a crowd has a host')
  const made = { id: room, name: 'Storm', mode, hostName: host.name, createdAt: Date.now(), session: null }
  const link = newLink(room, 'viewer', serverKey)
  await store.createRoom(made, host, [link])
  await Promise.all(guests.map(async (guest) => await store.putPerson(guest)))
  await store.close()
  return { room, people: crowd.map(({ known }) => known), token: linkToken(serverKey, link.id) }
}

/** People for a bare server, which takes the cookie for the id. */
export function bareCrowd(many: number): Crowd {
  const people = Array.from({ length: many }, (_, n) => {
    const id = newId()
    return { id, name: `Person ${n}`, cookie: id, from: addressOf(n) }
  })
  return { room: newId(), people, token: '' }
}

function addressOf(n: number): string {
  const address = Math.floor(n / PEOPLE_AT_AN_ADDRESS)
  return `127.0.${1 + Math.floor(address / 250)}.${1 + (address % 250)}`
}
