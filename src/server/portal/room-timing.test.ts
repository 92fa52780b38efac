import * as v from 'valibot'
import { expect, test } from 'vitest'
import { hana, noor } from '../../../test/rules/people.ts'
import { openScene, type Scene, type Visitor } from '../../../test/server/app-server.ts'
import type { Event } from '../../protocol/events.ts'
import { RoomAbout, RoomDetails } from '../../protocol/rooms.ts'

const HOUR = 3_600_000

/** Sets when a room is held: from so many ms on, for an hour. */
async function heldIn(scene: Scene, host: Visitor, ahead: number): Promise<void> {
  const asking = { cookie: host.cookie }
  const details = v.parse(RoomDetails, (await scene.get(`/api/rooms/${host.room}/details`, asking)).body)
  const start = new Date(scene.clock.now() + ahead).toISOString().slice(0, 16)
  const schedule = { start, minutes: 60, zone: 'UTC', repeat: null, exceptions: [] }
  const { name, description, tags, early, brand, version } = details
  const change = { name, description, tags, early, brand, version, schedule, settings: {} }
  expect((await scene.post(`/api/rooms/${host.room}/details`, change, asking)).status).toBe(200)
}

const about = async (scene: Scene, room: string) =>
  v.parse(RoomAbout, (await scene.get(`/api/rooms/${room}/about`)).body).timing

test('[SCHEDULE-7] before its time nobody but who runs it begins a session; at its time anybody does', async () => {
  const scene = await openScene()
  const host = await scene.creates({ host: hana.name })
  const guest = await scene.enters(host, 'viewer', noor)
  await heldIn(scene, host, 2 * HOUR)
  expect(await about(scene, host.room)).toMatchObject({ phase: { phase: 'before' } })
  const early = await scene.calls(guest)
  expect(await early.asks({ type: 'join', page: early.page })).toBe('not-started')
  scene.clock.turn(2 * HOUR + 60_000)
  expect(await about(scene, host.room)).toMatchObject({ phase: { phase: 'open' } })
  const onTime = await scene.calls(guest)
  expect(await onTime.asks({ type: 'join', page: onTime.page })).toBe('done')
})

test('[SCHEDULE-8] who runs it begins before its time, and lets everybody in by that', async () => {
  const scene = await openScene()
  const host = await scene.creates({ host: hana.name })
  const guest = await scene.enters(host, 'viewer', noor)
  await heldIn(scene, host, 2 * HOUR)
  await scene.joins(host)
  expect(await about(scene, host.room)).toMatchObject({ phase: { phase: 'open', occurrence: null } })
  const caller = await scene.calls(guest)
  expect(await caller.asks({ type: 'join', page: caller.page })).toBe('done')
})

test('[CALENDAR-3] [CALENDAR-4] [CALENDAR-7] everybody with the address takes it into a calendar, and off it when it is deleted', async () => {
  const scene = await openScene()
  const host = await scene.creates({ name: 'Harbour; library, "open"' })
  const path = `/api/rooms/${host.room}/calendar.ics`
  expect((await scene.get(path)).status).toBe(404)
  await heldIn(scene, host, HOUR)
  const { calendar } = (await about(scene, host.room)) ?? {}
  expect(calendar).toMatchObject({ file: path, google: expect.stringMatching(/^https:\/\/calendar\.google\.com\//) })
  const first = await scene.get(path)
  expect(first.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
  expect(first.body).toContain('SUMMARY:Harbour\\; library\\, "open"')
  const sequence = Number(/SEQUENCE:(\d+)/.exec(String(first.body))?.[1])
  await scene.post(`/api/rooms/${host.room}/delete`, {}, { cookie: host.cookie })
  const gone = String((await scene.get(path)).body)
  expect(gone).toContain('METHOD:CANCEL')
  const cancelled = Number(/SEQUENCE:(\d+)/.exec(gone)?.[1])
  expect(cancelled).toBeGreaterThan(sequence)
  await scene.post(`/api/rooms/${host.room}/restore`, {}, { cookie: host.cookie })
  const back = String((await scene.get(path)).body)
  expect(back).toContain('METHOD:PUBLISH')
  expect(Number(/SEQUENCE:(\d+)/.exec(back)?.[1])).toBeGreaterThan(cancelled)
})

test('[SCHEDULE-8] [SCHEDULE-10] when its time is over a session goes on, and its moderators are told once', async () => {
  const scene = await openScene()
  const host = await scene.creates({ host: hana.name })
  const guest = await scene.enters(host, 'viewer', noor)
  await heldIn(scene, host, 60_000)
  const moderator = await scene.joins(host)
  const viewer = await scene.joins(guest)
  const told = moderator.told('timeOver')
  await scene.passes(62 * 60_000, moderator, viewer)
  await told
  await scene.passes(5 * 60_000, moderator, viewer)
  expect(await viewer.asks({ type: 'raiseHand' })).toBe('done')
  const times = (events: Event[]) => events.filter(({ type }) => type === 'timeOver').length
  expect([times(moderator.events), times(viewer.events)]).toEqual([1, 0])
})
