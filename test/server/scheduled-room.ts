import * as v from 'valibot'
import { DatabaseSync } from 'node:sqlite'
import { join } from 'node:path'
import { pino } from 'pino'
import { expect } from 'vitest'
import { RoomMade } from '../../src/protocol/http.ts'
import type { MailKind } from '../../src/protocol/mail.ts'
import { RoomDetails } from '../../src/protocol/rooms.ts'
import type { Schedule } from '../../src/protocol/schedule.ts'
import { openStore } from '../../src/server/store/store.threads.ts'
import { hana, mei } from '../rules/people.ts'
import { newFolder, openScene, type Scene } from './app-server.ts'
import type { Browser } from './browser.ts'
import { Outbox } from './outbox.ts'

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR
/** Whose the room is. */
export const MEI = { name: mei.name, email: 'mei@example.org' }

/** A room of an account that has confirmed its e-mail. */
export async function withRoom() {
  const folder = newFolder()
  // In a thread of its own, as a server has it: one in this thread would wait for itself while mails are written down.
  const store = await openStore(folder, pino({ level: 'silent' }))
  const scene = await openScene({ folder, store })
  const outbox = await Outbox.of(scene)
  const host = await outbox.confirmed(scene, MEI)
  const made = await host.post('/api/rooms', { name: 'Harbour library', host: hana.name, mode: 'interactive' })
  const { room } = v.parse(RoomMade, made.body)
  return { scene, outbox, host, room }
}

const wall = (at: number) => new Date(at).toISOString().slice(0, 16)

/** Sets when a room is held: from so many ms on, for an hour, once unless said otherwise; null for always. */
export async function heldIn(
  scene: Scene,
  host: Browser,
  room: string,
  ahead: number | null,
  more: Partial<Schedule> = {},
): Promise<void> {
  const path = `/api/rooms/${room}/details`
  const before = v.parse(RoomDetails, (await host.get(path)).body)
  const start = wall(scene.clock.now() + (ahead ?? 0))
  const once = { start, minutes: 60, zone: 'UTC', repeat: null, exceptions: [], ...more }
  const answer = await host.post(path, { ...before, settings: {}, schedule: ahead === null ? null : once })
  expect(answer.status).toBe(200)
}

/** Lets whole minutes pass; the server looks each minute. */
export async function passes(scene: Scene, wait: number): Promise<void> {
  scene.clock.turn(wait)
  await scene.remindersAreOut()
}

/** The calendar files that went to an address with mails of a kind, the oldest first; without their times of writing. */
export function filesTo(scene: Scene, address: string, kind: MailKind): string[] {
  const database = new DatabaseSync(join(scene.folder, 'rostrum.db'), { readOnly: true })
  const rows = database
    .prepare('SELECT content FROM mails WHERE address = ? AND kind = ? ORDER BY n')
    .all(address, kind)
  database.close()
  const Content = v.pipe(v.string(), v.parseJson(), v.object({ calendar: v.object({ file: v.string() }) }))
  return rows.map(({ content }) => v.parse(Content, content).calendar.file)
}
