import { DatabaseSync } from 'node:sqlite'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { hana } from '../../../test/rules/people.ts'
import { refused, type Scene } from '../../../test/server/app-server.ts'
import type { Browser } from '../../../test/server/browser.ts'
import { invites, invitesOf } from '../../../test/server/invites.ts'
import { DAY, heldIn, HOUR, MINUTE, passes, withRoom } from '../../../test/server/scheduled-room.ts'

const NOOR = 'noor@example.org'

/** Invites people into a room by mail; what was answered to who invites. */
async function mails(scene: Scene, host: Browser, room: string, list = NOOR) {
  const { made } = await invites(scene, { name: hana.name, room, cookie: host.cookie }, { to: { list } })
  const sent = made.map(({ invite, token }) => ({ id: invite.id, token }))
  return (await host.post(`${invitesOf(room)}/send`, { invites: sent })).body
}

/** Noor was invited by mail; `stop`: the path in that mail at which such mails end. */
async function withMail() {
  const open = await withRoom()
  const { scene, host, room, outbox } = open
  await heldIn(scene, host, room, 2 * HOUR)
  expect(await mails(scene, host, room)).toEqual({ sent: 1, unwanted: [] })
  const { text } = await outbox.newest(NOOR, 'invitation')
  const stop = /http:\/\/localhost:8080(\/mails\/\S+)/.exec(text)?.[1] ?? ''
  return { ...open, stop }
}

const oneClick = async (scene: Scene, path: string) =>
  await fetch(new URL(path, scene.url), {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'List-Unsubscribe=One-Click',
  })

/** The same press from a program that sends the other kind of form. */
async function oneClickInParts(scene: Scene, path: string) {
  const body = new FormData()
  body.set('List-Unsubscribe', 'One-Click')
  return await fetch(new URL(path, scene.url), { method: 'POST', body })
}

test('[MAIL-13] [MAIL-17] one press in the mail program ends invitations, reminders and changes; who invites is told', async () => {
  const { scene, host, room, outbox, stop } = await withMail()
  for (const method of ['GET', 'HEAD']) expect((await fetch(new URL(stop, scene.url), { method })).status).toBe(200)
  expect((await scene.get(`/api${stop}`)).body).toEqual({ room: 'Harbour library', ended: 'nothing' })
  expect((await oneClick(scene, stop)).status).toBe(204)
  expect((await oneClick(scene, stop)).status).toBe(204)
  expect((await scene.get(`/api${stop}`)).body).toEqual({ room: 'Harbour library', ended: 'server' })
  const list = 'Noor Rahimi <NOOR@example.org>\nsam@example.org'
  expect(await mails(scene, host, room, list)).toEqual({ sent: 1, unwanted: [NOOR] })
  await passes(scene, HOUR + MINUTE)
  await heldIn(scene, host, room, DAY)
  expect(await outbox.kindsTo('sam@example.org')).toEqual(['moved', 'reminder', 'invitation'])
  expect(await outbox.kindsTo(NOOR)).toEqual(['invitation'])
})

test('[MAIL-17] nor is one sent to them that was written before', async () => {
  const { scene, outbox, stop } = await withMail()
  const [mail] = (await outbox.all()).filter(({ to }) => to === NOOR)
  const again = async () => {
    await outbox.admin.post(`/api/admin/mails/${mail?.id}/send-again`)
    return (await outbox.all()).find(({ id }) => id === mail?.id)?.state
  }
  expect(await again()).toBe('kept')
  await oneClick(scene, stop)
  expect(await again()).toBe('given-up')
})

test('[MAIL-13] the press of a mail program counts in either kind of form', async () => {
  const { scene, stop } = await withMail()
  expect((await oneClickInParts(scene, stop)).status).toBe(204)
  expect((await scene.get(`/api${stop}`)).body).toMatchObject({ ended: 'server' })
})

test('[MAIL-16] somebody ends the mails about one room, and has them again', async () => {
  const { scene, host, room, stop } = await withMail()
  const other = await host.post('/api/rooms', { name: 'Elsewhere', host: hana.name, mode: 'interactive' })
  const { room: elsewhere } = other.body as { room: string }
  expect((await scene.post(`/api${stop}`, { ended: 'room' })).body).toEqual({ room: 'Harbour library', ended: 'room' })
  expect(await mails(scene, host, room)).toEqual({ sent: 0, unwanted: [NOOR] })
  expect(await mails(scene, host, elsewhere)).toEqual({ sent: 1, unwanted: [] })
  expect((await scene.post(`/api${stop}`, { ended: 'nothing' })).body).toMatchObject({ ended: 'nothing' })
  expect(await mails(scene, host, room)).toEqual({ sent: 1, unwanted: [] })
})

test('[MAIL-16] an address that was forged, or is of another room, ends nothing; no e-mail is kept', async () => {
  const { scene, host, room, stop } = await withMail()
  const forged = `${stop.slice(0, -4)}${stop.endsWith('wxyz') ? 'abcd' : 'wxyz'}`
  const ofAnother = stop.replace(room, 'x'.repeat(22))
  for (const wrong of [forged, ofAnother, `/mails/${room}/x`, `/mails/${room}/${'x'.repeat(3_000)}`]) {
    const answers = [await oneClick(scene, wrong), await scene.post(`/api${wrong}`, { ended: 'server' })]
    expect(answers.filter(({ status }) => status < 400 || status >= 500)).toEqual([])
  }
  expect(refused(await scene.post(`/api${forged}`, { ended: 'server' }))).toMatchObject({ refusal: 'mail-link-void' })
  expect(refused(await scene.post(`/api${stop}`, { ended: 'all' }))).toMatchObject({ refusal: 'bad-request' })
  expect(await mails(scene, host, room)).toEqual({ sent: 1, unwanted: [] })
  await scene.post(`/api${stop}`, { ended: 'server' })
  const file = new DatabaseSync(join(scene.folder, 'rostrum.db'))
  const rows = file.prepare('SELECT * FROM unwantedMails').all()
  file.close()
  expect(rows).toHaveLength(1)
  expect(JSON.stringify(rows)).not.toContain('noor')
})

test('[MAIL-16] it works when the room is gone, and names it no more', async () => {
  const { scene, host, room, stop } = await withMail()
  await host.post(`/api/rooms/${room}/delete`)
  expect((await scene.get(`/api${stop}`)).body).toEqual({ room: null, ended: 'nothing' })
  expect((await scene.post(`/api${stop}`, { ended: 'server' })).body).toEqual({ room: null, ended: 'server' })
})
