import * as v from 'valibot'
import { expect, test } from 'vitest'
import { weekly } from '../../../test/rules/schedules.ts'
import { openScene, type Scene } from '../../../test/server/app-server.ts'
import { Browser } from '../../../test/server/browser.ts'
import { DAY, withRoom } from '../../../test/server/scheduled-room.ts'
import { RoomAbout, RoomDetails } from '../../protocol/rooms.ts'
import { ScheduleDates } from '../../protocol/portal/schedule-dates.ts'

/** A form in the browser of a stranger. */
async function withForm() {
  const scene = await openScene()
  const who = new Browser(scene)
  const dayIn = dayAfter(scene)
  const ask = async (body: object) => await who.post('/api/schedule-dates', { change: null, most: 10, ...body })
  return { dayIn, ask, schedule: weekly(`${dayIn(1)}T15:00`, {}, { zone: 'UTC' }) }
}

const dayAfter =
  ({ clock }: Scene) =>
  (days: number) =>
    new Date(clock.now() + days * DAY).toISOString().slice(0, 10)

test('[SCHEDULE-11] a form is told the next dates of what is typed, ten at a time, and what a change makes of them', async () => {
  const { dayIn, ask, schedule } = await withForm()
  const first = v.parse(ScheduleDates, (await ask({ schedule })).body)
  expect(first).toMatchObject({ hasMore: true, changed: null, lost: [], clock: null })
  expect(first.dates.map(({ on }) => on)).toEqual(Array.from({ length: 10 }, (_, n) => dayIn(1 + 7 * n)))
  const change = { do: 'move', on: dayIn(8), start: `${dayIn(9)}T16:00`, minutes: 30 }
  const moved = v.parse(ScheduleDates, (await ask({ schedule, change, most: 20 })).body)
  expect(moved.dates).toHaveLength(20)
  expect(moved.changed).toMatchObject({ on: dayIn(8), start: `${dayIn(9)}T16:00`, was: `${dayIn(8)}T15:00` })
  expect(moved.schedule.exceptions).toHaveLength(1)
})

test('[SCHEDULE-12] what cannot be is refused with a reason, and what is no schedule as well', async () => {
  const { dayIn, ask, schedule } = await withForm()
  const refusals = [
    [{ schedule, change: { do: 'cancel', on: dayIn(2) } }, 'schedule-exception'],
    [{ schedule, change: { do: 'move', on: dayIn(1), start: `${dayIn(-1)}T15:00`, minutes: 60 } }, 'schedule-past'],
    [{ schedule: { ...schedule, zone: 'Nowhere/At_all' } }, 'schedule-zone'],
    [{ schedule, most: 1e9 }, 'bad-request'],
    [{ schedule, change: { do: 'sell', on: dayIn(1) } }, 'bad-request'],
    [{}, 'bad-request'],
  ] as const
  for (const [body, refusal] of refusals) expect((await ask(body)).body).toEqual({ refusal })
})

test('[ROOM-7] [SCHEDULE-11] [SCHEDULE-15] a date is moved once: of two, the second is shown what is there; and the session page says from when', async () => {
  const { scene, host, room } = await withRoom()
  const at = dayAfter(scene)
  const path = `/api/rooms/${room}/details`
  const details = v.parse(RoomDetails, (await host.get(path)).body)
  const schedule = weekly(`${at(1)}T15:00`, {}, { zone: 'UTC' })
  const moving = { do: 'move', on: at(1), start: `${at(2)}T16:00`, minutes: 30 }
  const answer = await host.post('/api/schedule-dates', { schedule, change: moving, most: 10 })
  const moved = v.parse(ScheduleDates, answer.body).schedule
  expect((await host.post(path, { ...details, settings: {}, schedule: moved })).status).toBe(200)
  const late = await host.post(path, { ...details, settings: {}, schedule })
  expect(late).toMatchObject({ status: 409, body: { refusal: 'changed-meanwhile', now: { schedule: moved } } })
  const about = v.parse(RoomAbout, (await host.get(`/api/rooms/${room}/about`)).body)
  expect(about.timing?.phase).toMatchObject({ phase: 'before', next: { was: Date.parse(`${at(1)}T15:00Z`) } })
})
