import { DatabaseSync } from 'node:sqlite'
import { join } from 'node:path'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import { openScene, refused, type Scene } from '../../../test/server/app-server.ts'
import { invitesOf, invitesOne, listed, pathOf } from '../../../test/server/invites.ts'
import type { NewInvites } from '../../protocol/portal/invites.ts'

const DAY = 24 * 3_600_000

/** What an operator or a mail server would have done to the mails meanwhile. */
function inDatabase(scene: Scene, statement: string): void {
  const file = new DatabaseSync(join(scene.folder, 'rostrum.db'))
  file.exec(statement)
  file.close()
}

function mailsOf(scene: Scene): string[] {
  const file = new DatabaseSync(join(scene.folder, 'rostrum.db'))
  const rows = file.prepare("SELECT content FROM mails WHERE kind = 'invitation' ORDER BY n").all()
  file.close()
  const Content = v.pipe(v.string(), v.parseJson(), v.object({ text: v.string() }))
  return rows.map(({ content }) => v.parse(Content, content).text)
}

/** An invitation that was mailed. */
async function mailed(asked: Partial<NewInvites> = {}) {
  const scene = await openScene()
  const host = await scene.creates()
  const made = await invitesOne(scene, host, asked)
  const sent = { invites: [{ id: made.invite.id, token: made.token }] }
  await scene.post(`${invitesOf(host.room)}/send`, sent, { ...host })
  await expect.poll(() => states(scene)).toEqual(['kept'])
  const again = async () => await scene.post(`${invitesOf(host.room)}/${made.invite.id}/again`, {}, { ...host })
  return { scene, host, made, again }
}

function states(scene: Scene): unknown[] {
  const file = new DatabaseSync(join(scene.folder, 'rostrum.db'))
  const rows = file.prepare("SELECT state FROM mails WHERE kind = 'invitation' ORDER BY n").all()
  file.close()
  return rows.map(({ state }) => state)
}

test('[LINK-14] the list says which could not be delivered, and what the mail server said, until it is mailed again', async () => {
  const { scene, host, again } = await mailed()
  expect(await listed(scene, host)).toMatchObject([{ undelivered: null }])
  inDatabase(scene, "UPDATE mails SET state = 'bounced', says = '550 No such person here'")
  expect(await listed(scene, host)).toMatchObject([{ undelivered: '550 No such person here', state: 'unopened' }])
  inDatabase(scene, "UPDATE mails SET state = 'given-up', says = NULL")
  expect(await listed(scene, host)).toMatchObject([{ undelivered: '' }])
  expect((await again()).body).toMatchObject({ undelivered: null })
})

test('[LINK-15] an invitation is mailed again with the same link, and whoever opened it or came has done so still', async () => {
  const { scene, host, made, again } = await mailed()
  expect((await scene.post(pathOf(made), { name: 'Noor' })).status).toBe(200)
  scene.clock.turn(DAY)
  const answer = await again()
  expect(answer.body).toMatchObject({ state: 'came', sentAt: scene.clock.now() })
  const [first, second] = mailsOf(scene)
  expect(first).toContain(made.address)
  expect(second).toContain(made.address)
  expect(await listed(scene, host)).toHaveLength(1)
})

test('[LINK-15] not while one is on its way, not too often, and not once its link is not kept', async () => {
  const { scene, again } = await mailed()
  inDatabase(scene, "UPDATE mails SET state = 'waiting', dueAt = dueAt + 3600000")
  expect(refused(await again()).refusal).toBe('invite-under-way')
  inDatabase(scene, "UPDATE mails SET state = 'bounced'")
  const answers: number[] = []
  for (let n = 2; n <= 5; n += 1) {
    answers.push((await again()).status)
    await expect.poll(() => states(scene).includes('waiting') || states(scene).includes('sending')).toBe(false)
  }
  expect(answers).toEqual([200, 200, 200, 429])
  scene.clock.turn(DAY + 1)
  expect((await again()).status).toBe(200)
  await expect.poll(() => states(scene)).toHaveLength(5)
  inDatabase(scene, "UPDATE mails SET content = NULL, state = 'sent'")
  expect(refused(await again()).refusal).toBe('invite-link-gone')
})

test('[LINK-15] two presses at once are one mail', async () => {
  const { scene, again } = await mailed()
  const answers = await Promise.all([again(), again(), again()])
  expect(answers.every(({ status }) => status === 200 || status === 409)).toBe(true)
  expect(mailsOf(scene).length).toBeLessThanOrEqual(2)
})

test('[LINK-15] [MAIL-17] neither one that lets nobody in, nor to nobody, nor to who wants no mails', async () => {
  const { scene, host, made, again } = await mailed({ lasts: DAY })
  const stop = /http:\/\/localhost:8080(\/mails\/\S+)/.exec(mailsOf(scene)[0] ?? '')?.[1] ?? ''
  await scene.post(`/api${stop}`, { ended: 'room' })
  expect(refused(await again()).refusal).toBe('mail-unwanted')
  scene.clock.turn(DAY)
  expect(refused(await again()).refusal).toBe('link-expired')
  await scene.post(`${invitesOf(host.room)}/${made.invite.id}/revoke`, {}, { ...host })
  expect(refused(await again()).refusal).toBe('link-revoked')
  const nobodys = await invitesOne(scene, host, { to: { email: '', firstName: '', lastName: '' } })
  const path = `${invitesOf(host.room)}/${nobodys.invite.id}/again`
  expect(refused(await scene.post(path, {}, { ...host })).refusal).toBe('invite-nobody')
})
