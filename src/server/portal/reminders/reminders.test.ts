import { expect, test } from 'vitest'
import { amara, hana, kwame, mei, noor } from '../../../../test/rules/people.ts'
import { refused } from '../../../../test/server/app-server.ts'
import { Browser } from '../../../../test/server/browser.ts'
import { invites, invitesOf } from '../../../../test/server/invites.ts'
import type { Outbox } from '../../../../test/server/outbox.ts'
import { DAY, heldIn, HOUR, MEI, MINUTE, passes, withRoom } from '../../../../test/server/scheduled-room.ts'

const KWAME = { name: kwame.name, email: 'kwame@example.org' }

const reminders = async (outbox: Outbox, address: string) =>
  (await outbox.kindsTo(address)).filter((kind) => kind === 'reminder').length

test('[REMIND-1] [REMIND-2] who has a part in a room is reminded an hour before, once, in their own zone', async () => {
  const { scene, outbox, host, room } = await withRoom()
  await host.post('/api/account/profile', { name: mei.name, language: 'de', timeZone: 'Asia/Tokyo' })
  const known = await outbox.confirmed(scene, KWAME)
  await known.post(await scene.link({ name: hana.name, room, cookie: host.cookie }, 'viewer'), { name: kwame.name })
  await outbox.confirmed(scene, { name: noor.name, email: 'noor@example.org' })
  await heldIn(scene, host, room, 3 * HOUR)
  await passes(scene, HOUR)
  expect(await reminders(outbox, MEI.email)).toBe(0)
  await passes(scene, HOUR + MINUTE)
  const { subject, text } = await outbox.newest(MEI.email, 'reminder')
  expect(subject).toBe('In einer Stunde: Harbour library')
  expect(text).toContain('Japanische Normalzeit')
  expect(text).toContain(`/r/${room}`)
  expect((await outbox.newest(KWAME.email, 'reminder')).subject).toBe('In an hour: Harbour library')
  await passes(scene, 10 * MINUTE)
  expect(await reminders(outbox, MEI.email)).toBe(1)
  expect(await reminders(outbox, 'noor@example.org')).toBe(0)
})

test('[REMIND-2] members by their e-mail are reminded; nobody is whose e-mail is not confirmed, or who was removed', async () => {
  const { scene, outbox, host, room } = await withRoom()
  await outbox.confirmed(scene, KWAME)
  await host.post(`/api/rooms/${room}/members`, { kind: 'email', subject: KWAME.email, role: 'speaker' })
  const hasty = new Browser(scene)
  await hasty.signUp({ name: noor.name, email: 'noor@example.org' })
  const link = await scene.link({ name: hana.name, room, cookie: host.cookie }, 'viewer')
  await hasty.post(link, { name: noor.name })
  const unwelcome = await outbox.confirmed(scene, { name: amara.name, email: 'amara@example.org' })
  await unwelcome.post(link, { name: amara.name })
  const moderator = await scene.joins({ name: hana.name, room, cookie: host.cookie })
  const guest = await scene.joins({ name: amara.name, room, cookie: unwelcome.cookie })
  const { you } = await guest.frame('welcome', ({ inside }) => inside)
  await moderator.does({ type: 'removeFromRoom', person: you.id, lasting: true })
  await heldIn(scene, host, room, 2 * HOUR)
  await passes(scene, HOUR + MINUTE)
  await outbox.newest(MEI.email, 'reminder')
  await outbox.newest(KWAME.email, 'reminder')
  expect(await reminders(outbox, 'noor@example.org')).toBe(0)
  expect(await reminders(outbox, 'amara@example.org')).toBe(0)
})

test('[REMIND-2] each chooses: a day before, an hour before, both, or none', async () => {
  const { scene, outbox, host, room } = await withRoom()
  expect((await host.account()).account?.reminders).toEqual({ day: false, hour: true })
  expect((await host.post('/api/account/reminders', { day: true, hour: false })).status).toBe(204)
  expect((await host.account()).account?.reminders).toEqual({ day: true, hour: false })
  await heldIn(scene, host, room, 2 * DAY)
  await passes(scene, DAY + MINUTE)
  expect((await outbox.newest(MEI.email, 'reminder')).subject).toBe('Tomorrow: Harbour library')
  await passes(scene, 23 * HOUR)
  expect(await reminders(outbox, MEI.email)).toBe(1)
  expect(refused(await host.post('/api/account/reminders', { day: 'yes' }))).toMatchObject({ refusal: 'bad-request' })
})

test('[REMIND-3] no reminder comes for a time that was moved, or of a room that is deleted or put aside', async () => {
  const { scene, outbox, host, room } = await withRoom()
  await heldIn(scene, host, room, 2 * HOUR)
  await heldIn(scene, host, room, 5 * HOUR)
  await passes(scene, HOUR + MINUTE)
  expect(await reminders(outbox, MEI.email)).toBe(0)
  await host.post(`/api/rooms/${room}/archive`, { on: true })
  await passes(scene, 3 * HOUR)
  await host.post(`/api/rooms/${room}/archive`, { on: false })
  await heldIn(scene, host, room, 2 * HOUR)
  await host.post(`/api/rooms/${room}/delete`)
  await passes(scene, HOUR + MINUTE)
  expect(await reminders(outbox, MEI.email)).toBe(0)
})

test('[REMIND-4] one press ends reminders, from the mail program or the page, and opening the address does not', async () => {
  const { scene, outbox, host, room } = await withRoom()
  await heldIn(scene, host, room, 2 * HOUR)
  await passes(scene, HOUR + MINUTE)
  const { text } = await outbox.newest(MEI.email, 'reminder')
  const stop = /http:\/\/localhost:8080(\/stop\/\S+)/.exec(text)?.[1] ?? ''
  expect((await scene.get(stop)).status).toBe(200)
  expect((await host.account()).account?.reminders).toEqual({ day: false, hour: true })
  const forged = `${stop.slice(0, -3)}${stop.endsWith('xyz') ? 'abc' : 'xyz'}`
  expect(refused(await scene.post(forged, {}))).toMatchObject({ refusal: 'mail-link-void' })
  const oneClick = await fetch(new URL(stop, scene.url), {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'List-Unsubscribe=One-Click',
  })
  expect(oneClick.status).toBe(204)
  expect((await host.account()).account?.reminders).toEqual({ day: false, hour: false })
  await host.post('/api/account/reminders', { day: false, hour: true })
  expect((await scene.post(`/api${stop}`, {})).status).toBe(204)
  expect((await host.account()).account?.reminders).toEqual({ day: false, hour: false })
})

test('[REMIND-2] [REMIND-4] who was invited by mail is reminded without an account too, until they end it or it is revoked', async () => {
  const { scene, outbox, host, room } = await withRoom()
  const visitor = { name: hana.name, room, cookie: host.cookie }
  const list = 'noor@example.org\nyuki@example.org\nsam@example.org\nKwame@example.org'
  await outbox.confirmed(scene, KWAME)
  const { made } = await invites(scene, visitor, { to: { list } })
  const sent = made.slice(0, 4).map(({ invite, token }) => ({ id: invite.id, token }))
  expect((await host.post(`${invitesOf(room)}/send`, { invites: sent })).status).toBe(200)
  const revoked = made.find(({ invite }) => invite.email === 'yuki@example.org')
  await host.post(`${invitesOf(room)}/${revoked?.invite.id}/revoke`)
  await heldIn(scene, host, room, 2 * HOUR)
  await passes(scene, HOUR + MINUTE)
  const { text } = await outbox.newest('noor@example.org', 'reminder')
  expect(text).toContain('the link in your invitation')
  expect(await reminders(outbox, KWAME.email)).toBe(1)
  expect(await reminders(outbox, 'sam@example.org')).toBe(1)
  expect(await reminders(outbox, 'yuki@example.org')).toBe(0)
  const stop = /http:\/\/localhost:8080(\/stop\/\S+)/.exec(text)?.[1] ?? ''
  expect((await scene.post(stop, {})).status).toBe(204)
  await heldIn(scene, host, room, 2 * HOUR)
  await passes(scene, HOUR + MINUTE)
  expect(await reminders(outbox, 'sam@example.org')).toBe(2)
  expect(await reminders(outbox, 'noor@example.org')).toBe(1)
})
