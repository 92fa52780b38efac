import sharp from 'sharp'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import { PictureKept, RoomDetails } from '../../../protocol/rooms.ts'
import { hana } from '../../../../test/rules/people.ts'
import { invites, invitesOf } from '../../../../test/server/invites.ts'
import { DAY, filesTo, heldIn, HOUR, MEI, MINUTE, passes, withRoom } from '../../../../test/server/scheduled-room.ts'

const NOOR = 'noor@example.org'

/** A room in two hours, into which Noor was invited by mail. */
async function withGuest(ahead: number | null = 2 * HOUR) {
  const open = await withRoom()
  const { scene, host, room } = open
  await heldIn(scene, host, room, ahead)
  const [made] = (await invites(scene, { name: hana.name, room, cookie: host.cookie })).made
  const sent = [{ id: made?.invite.id, token: made?.token }]
  expect((await host.post(`${invitesOf(room)}/send`, { invites: sent })).status).toBe(200)
  return open
}

const sequence = (file: string | undefined) => Number(/SEQUENCE:(\d+)/.exec(file ?? '')?.[1])

test('[REMIND-5] who was told of a time is told of another, with the calendar file; not who has changed it', async () => {
  const { scene, outbox, host, room } = await withGuest()
  await passes(scene, HOUR + MINUTE)
  expect(await outbox.kindsTo(MEI.email)).toContain('reminder')
  await heldIn(scene, host, room, DAY)
  const { subject, text } = await outbox.newest(NOOR, 'moved')
  expect(subject).toBe('New time: Harbour library')
  expect(text).toContain('Before: ')
  const [first] = filesTo(scene, NOOR, 'invitation')
  const [second] = filesTo(scene, NOOR, 'moved')
  expect(second).toContain('METHOD:PUBLISH')
  expect(sequence(second)).toBeGreaterThan(sequence(first))
  expect(await outbox.kindsTo(MEI.email)).not.toContain('moved')
})

test('[REMIND-5] nobody is told of a change of something else, or of a time that is over', async () => {
  const { scene, outbox, host, room } = await withGuest()
  await heldIn(scene, host, room, 2 * HOUR)
  await passes(scene, 4 * HOUR)
  await heldIn(scene, host, room, DAY)
  await host.post(`/api/rooms/${room}/delete`)
  await host.post(`/api/rooms/${room}/restore`)
  expect(await outbox.kindsTo(NOOR)).toEqual(['moved', 'cancelled', 'invitation'])
})

test('[REMIND-5] [CALENDAR-3] [CALENDAR-4] a room that is deleted is taken off calendars, and comes back when it is had back', async () => {
  const { scene, outbox, host, room } = await withGuest()
  await host.post(`/api/rooms/${room}/delete`)
  expect((await outbox.newest(NOOR, 'cancelled')).subject).toBe('Cancelled: Harbour library')
  const [off] = filesTo(scene, NOOR, 'cancelled')
  expect(off).toContain('METHOD:CANCEL')
  expect((await host.post(`/api/rooms/${room}/restore`)).status).toBe(204)
  expect((await outbox.newest(NOOR, 'moved')).subject).toBe('It takes place: Harbour library')
  const [back] = filesTo(scene, NOOR, 'moved')
  expect(sequence(back)).toBeGreaterThan(sequence(off))
  const { body } = await scene.get(`/api/rooms/${room}/calendar.ics`)
  expect(sequence(String(body))).toBe(sequence(back))
})

test('[REMIND-5] [CALENDAR-4] a time that is cancelled alone leaves the series in the calendar; no schedule takes all off', async () => {
  const { scene, outbox, host, room } = await withGuest(null)
  const now = scene.clock.now()
  const day = new Date(now + DAY).getUTCDay() || 7
  const repeat = { every: 1, days: [day], until: null, count: null }
  await heldIn(scene, host, room, DAY, { repeat })
  expect(await outbox.kindsTo(NOOR)).toEqual(['invitation'])
  const on = new Date(now + DAY).toISOString().slice(0, 10)
  await heldIn(scene, host, room, DAY, { repeat, exceptions: [{ on, moved: null }] })
  expect((await outbox.newest(NOOR, 'cancelled')).text.match(/When: .*/g)).toHaveLength(1)
  await heldIn(scene, host, room, null)
  expect((await outbox.newest(NOOR, 'cancelled')).text).toMatch(/at these times[^]*more within a year/)
  const [one, all] = filesTo(scene, NOOR, 'cancelled')
  expect(one).toContain('METHOD:PUBLISH')
  expect(one).toContain('EXDATE')
  expect(all).toContain('METHOD:CANCEL')
})

test('[REMIND-5] [KEEP-5] a room that its host deletes for good from the inside is taken off calendars too', async () => {
  const { scene, outbox, host, room } = await withGuest()
  const inside = await scene.joins({ name: hana.name, room, cookie: host.cookie })
  await inside.asks({ type: 'deleteRoom' }).catch(() => null)
  await outbox.newest(NOOR, 'cancelled')
  expect(filesTo(scene, NOOR, 'cancelled')).toEqual([expect.stringContaining('METHOD:CANCEL')])
  expect((await scene.get(`/api/rooms/${room}/about`)).status).toBe(404)
})

test('[REMIND-6] a reminder and a mail about a change show the picture of the room, and none once it is deleted', async () => {
  const { scene, outbox, host, room } = await withGuest()
  const body = await sharp({ create: { width: 64, height: 40, channels: 3, background: '#0d6a44' } })
    .png()
    .toBuffer()
  const headers = { 'content-type': 'image/png', cookie: host.cookie, origin: scene.url }
  const place = new URL(`/api/rooms/${room}/pictures/picture`, scene.url)
  const answer = await fetch(place, { method: 'POST', headers, body: Uint8Array.from(body) })
  const { path } = v.parse(PictureKept, await answer.json())
  const picture = `<img src="http://localhost:8080${path}" alt=""`
  await passes(scene, HOUR + MINUTE)
  expect((await outbox.newest(NOOR, 'reminder')).html).toContain(picture)
  await heldIn(scene, host, room, DAY)
  expect((await outbox.newest(NOOR, 'moved')).html).toContain(picture)
  await host.post(`/api/rooms/${room}/delete`)
  expect((await outbox.newest(NOOR, 'cancelled')).html).not.toContain('<img')
})

test('[REMIND-7] whoever changes the times of a room again and again is told to wait, and nobody gets a mail each time', async () => {
  const { scene, host, room, outbox } = await withGuest(2 * DAY)
  const path = `/api/rooms/${room}/details`
  for (let n = 1; n < 30; n++) await heldIn(scene, host, room, 2 * DAY + n * HOUR)
  const details = v.parse(RoomDetails, (await host.get(path)).body)
  const change = { ...details, settings: {}, description: 'In the hall' }
  const refusal = await host.post(path, { ...change, schedule: null })
  expect(refusal).toMatchObject({ status: 429, body: { refusal: 'times-later' } })
  expect((await host.post(path, change)).status).toBe(200)
  expect((await outbox.kindsTo(NOOR)).filter((kind) => kind === 'moved')).toHaveLength(29)
  scene.clock.turn(DAY)
  await heldIn(scene, host, room, 2 * DAY)
})
