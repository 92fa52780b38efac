import * as v from 'valibot'
import { DatabaseSync } from 'node:sqlite'
import { join } from 'node:path'
import { RoomMade, RoomPage } from '../../src/protocol/http.ts'
import { MembersPage, type Member } from '../../src/protocol/members.ts'
import { hana } from '../rules/people.ts'
import type { Answer, Scene } from './app-server.ts'
import { Browser } from './browser.ts'

const ROOM = { name: 'Harbour library', host: hana.name, mode: 'webinar' }

export const emailOf = ({ name }: { name: string }) => `${name.split(' ')[0]?.toLowerCase() ?? ''}@example.org`

export const refusalOf = ({ body }: Pick<Answer, 'body'>) => v.parse(v.object({ refusal: v.string() }), body).refusal

/** Somebody with an account, whose e-mail is confirmed unless said otherwise. */
export async function account(scene: Scene, who: { name: string }, isConfirmed = true): Promise<Browser> {
  const browser = new Browser(scene)
  await browser.signUp({ name: who.name, email: emailOf(who) })
  if (isConfirmed) inStore(scene, 'UPDATE accounts SET emailVerified = 1 WHERE email = ?', emailOf(who))
  return browser
}

/** Changes what the store of a scene has, behind its back. */
export function inStore(scene: Scene, sql: string, ...values: string[]): void {
  const db = new DatabaseSync(join(scene.folder, 'rostrum.db'), { timeout: 5_000 })
  db.prepare(sql).run(...values)
  db.close()
}

/** How many of something the store of a scene has: `n` of a query. */
export function countIn(scene: Scene, sql: string): number {
  const db = new DatabaseSync(join(scene.folder, 'rostrum.db'), { timeout: 5_000 })
  const n = Number(db.prepare(sql).get()?.['n'])
  db.close()
  return n
}

export const makesRoom = async (host: Browser): Promise<string> =>
  v.parse(RoomMade, (await host.post('/api/rooms', ROOM)).body).room

/** The role that a browser has in a room; null for none. */
export const roleIn = async (browser: Browser, room: string) =>
  v.parse(RoomPage, (await browser.get(`/api/rooms/${room}`)).body).you?.role ?? null

export const members = async (host: Browser, room: string): Promise<Member[]> =>
  v.parse(MembersPage, (await host.get(`/api/rooms/${room}/members`)).body).members

export const adds = async (host: Browser, room: string, subject: string, role: string, kind = 'email') =>
  await host.post(`/api/rooms/${room}/members`, { kind, subject, role })
