import { expect, test, vi } from 'vitest'
import { newMail, openMails, startAgain, type MailScene } from '../../../test/mail/mail-scene.ts'
import { fakeMailer } from '../../../test/mail/mailer.fake.ts'
import type { Delivery } from './mailer.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const AWAY: Delivery = { kind: 'later', says: 'connect ECONNREFUSED for noor@example.org', isAway: true }
const BUSY: Delivery = { kind: 'later', says: '451 Greylisted', isAway: false }

const keysOf = ({ mailer }: Pick<MailScene, 'mailer'>) => mailer.handed.map(({ key }) => key)
const statesOf = async ({ queue }: Pick<MailScene, 'queue'>) => (await queue.page(null)).mails.map(({ state }) => state)

/** Lets time pass in steps, each of which the queue has gone through. */
async function passes({ clock, queue }: MailScene, wait: number, step = MINUTE / 2): Promise<void> {
  for (let left = wait; left > 0; left -= step) {
    clock.turn(Math.min(left, step))
    await queue.settled()
  }
}

test('[MAIL-1] [MAIL-5] what is queued is sent at once, each to its one recipient, and is in the list as sent', async () => {
  const scene = await openMails()
  const mei = { address: 'mei@example.org', name: 'Mei Tanaka' }
  expect(await scene.queue.enqueue([newMail('one'), newMail('two', { to: mei })])).toBe(2)
  await scene.queue.settled()
  expect(scene.mailer.handed).toMatchObject([{ to: { address: 'noor@example.org' } }, { to: mei }])
  const { mails, before } = await scene.queue.page(null)
  expect(before).toBeNull()
  expect(mails).toMatchObject([
    { to: 'mei@example.org', name: 'Mei Tanaka', state: 'sent', tries: 1, says: null, next: null },
    { to: 'noor@example.org', state: 'sent' },
  ])
})

test('[MAIL-1] what was queued before the server went away is sent when it is back', async () => {
  const scene = await openMails()
  await scene.queue.close()
  await scene.queue.enqueue([newMail('one')])
  await scene.queue.settled()
  expect(scene.mailer.handed).toEqual([])
  const mailer = fakeMailer()
  const queue = startAgain(scene, mailer)
  await queue.settled()
  expect(keysOf({ mailer })).toEqual(['one'])
})

test('[MAIL-3] a second mail of the same key is not written, in the same call or later, also when the first is sent', async () => {
  const scene = await openMails()
  expect(await scene.queue.enqueue([newMail('one'), newMail('one'), newMail('two')])).toBe(2)
  await scene.queue.settled()
  expect(await scene.queue.enqueue([newMail('two'), newMail('three')])).toBe(1)
  await scene.queue.settled()
  expect(keysOf(scene).toSorted()).toEqual(['one', 'three', 'two'])
})

test('[MAIL-4] a thousand are queued in one commit, and sent each once', async () => {
  const scene = await openMails()
  const all = Array.from({ length: 1_000 }, (_, n) => newMail(`${n}`))
  expect(await scene.queue.enqueue(all)).toBe(1_000)
  await scene.queue.settled()
  expect(new Set(keysOf(scene)).size).toBe(1_000)
  expect(scene.mailer.handed).toHaveLength(1_000)
})

test('[MAIL-4] a mail about an account goes before invitations that wait', async () => {
  const scene = await openMails()
  let inHand = 0
  let most = 0
  scene.mailer.answer = async () => {
    most = Math.max(most, ++inHand)
    await Promise.resolve()
    inHand--
    return { kind: 'sent' }
  }
  const invitations = Array.from({ length: 20 }, (_, n) => newMail(`invitation:${n}`))
  await scene.queue.enqueue([...invitations, newMail('reset', { kind: 'reset-password' })])
  await scene.queue.settled()
  expect(keysOf(scene).indexOf('reset')).toBeLessThan(5)
  expect(most).toBeGreaterThan(1)
})

test('[MAIL-5] a mail that is refused for good is bounced, with the sentence of the mail server', async () => {
  const scene = await openMails()
  scene.mailer.answer = async () => ({ kind: 'bounced', says: '550 No such person here' })
  await scene.queue.enqueue([newMail('one')])
  await passes(scene, DAY, HOUR)
  expect(keysOf(scene)).toEqual(['one'])
  expect((await scene.queue.page(null)).mails).toMatchObject([{ state: 'bounced', says: '550 No such person here' }])
})

test('[MAIL-6] a mail that is refused for now is tried again after a minute, five minutes, half an hour', async () => {
  const scene = await openMails()
  scene.mailer.answer = async () => BUSY
  await scene.queue.enqueue([newMail('one')])
  await scene.queue.settled()
  const [row] = (await scene.queue.page(null)).mails
  expect(row).toMatchObject({ state: 'waiting', says: '451 Greylisted', next: scene.clock.now() + MINUTE })
  await passes(scene, 36 * MINUTE)
  expect(keysOf(scene)).toHaveLength(4)
  scene.mailer.answer = async () => ({ kind: 'sent' })
  await passes(scene, 2 * HOUR)
  expect(await statesOf(scene)).toEqual(['sent'])
})

test('[MAIL-6] a mail server that is down for a day loses nothing, sends nothing twice and is left alone in between', async () => {
  const scene = await openMails()
  scene.mailer.answer = async () => AWAY
  await scene.queue.enqueue(Array.from({ length: 30 }, (_, n) => newMail(`${n}`)))
  await scene.queue.settled()
  expect(scene.mailer.handed).toHaveLength(5)
  await passes(scene, DAY, 10 * MINUTE)
  expect(scene.mailer.handed.length).toBeLessThan(200)
  scene.mailer.handed.length = 0
  scene.mailer.answer = async () => ({ kind: 'sent' })
  await passes(scene, DAY, 10 * MINUTE)
  expect(new Set(keysOf(scene)).size).toBe(30)
  expect(scene.mailer.handed).toHaveLength(30)
  expect(new Set(await statesOf(scene))).toEqual(new Set(['sent']))
})

test('[MAIL-6] once a mail server that was down for a day takes a mail, all others follow at once, the oldest first', async () => {
  const scene = await openMails()
  scene.mailer.answer = async () => AWAY
  const waiting = Array.from({ length: 24 }, (_, n) => `hour ${n}`)
  for (const key of waiting) {
    await scene.queue.enqueue([newMail(key)])
    await passes(scene, HOUR, 10 * MINUTE)
  }
  scene.mailer.handed.length = 0
  scene.mailer.answer = async () => ({ kind: 'sent' })
  await scene.queue.enqueue([newMail('new')])
  await passes(scene, 2 * MINUTE)
  const sent = keysOf(scene)
  expect(sent.toSorted()).toEqual([...waiting, 'new'].toSorted())
  // Whichever was due first has found that the server is back.
  expect(sent.slice(5)).toEqual(sent.slice(5).toSorted((one, other) => waiting.indexOf(one) - waiting.indexOf(other)))
})

test('[MAIL-6] a clock that is set back by a year holds nothing up', async () => {
  const scene = await openMails()
  scene.mailer.answer = async () => BUSY
  await scene.queue.enqueue([newMail('one')])
  await scene.queue.settled()
  scene.clock.set(-365 * DAY)
  scene.mailer.answer = async () => ({ kind: 'sent' })
  await passes(scene, MINUTE)
  expect(await statesOf(scene)).toEqual(['sent'])
})

test('[MAIL-7] after three days it is given up, and the last sentence stays', async () => {
  const scene = await openMails()
  scene.mailer.answer = async () => BUSY
  await scene.queue.enqueue([newMail('one')])
  await passes(scene, 3 * DAY + HOUR, HOUR)
  expect((await scene.queue.page(null)).mails).toMatchObject([{ state: 'given-up', says: '451 Greylisted', tries: 9 }])
})

test('[MAIL-7] a reminder that would come too late is not sent', async () => {
  const scene = await openMails()
  scene.mailer.answer = async () => BUSY
  await scene.queue.enqueue([newMail('one', { kind: 'reminder', until: scene.clock.now() + 5 * MINUTE })])
  await passes(scene, HOUR)
  expect(keysOf(scene)).toHaveLength(2)
  expect((await scene.queue.page(null)).mails).toMatchObject([{ state: 'given-up', says: null }])
})

test('[MAIL-17] what waits for its next try is not sent to who wants it no more', async () => {
  const scene = await openMails()
  scene.mailer.answer = async () => BUSY
  const mail = newMail('one')
  await scene.queue.enqueue([mail])
  await scene.queue.settled()
  scene.unwanted.add(mail.to.address)
  await passes(scene, HOUR)
  expect(keysOf(scene)).toHaveLength(1)
  expect(await statesOf(scene)).toEqual(['given-up'])
})

test('[MAIL-8] what was being sent when the server went away is unknown, and not sent again by itself', async () => {
  const scene = await openMails()
  scene.mailer.answer = async () => await new Promise(() => {})
  await scene.queue.enqueue([newMail('one')])
  await vi.waitFor(() => expect(scene.mailer.handed).toHaveLength(1))
  expect(await statesOf(scene)).toEqual(['sending'])
  const mailer = fakeMailer()
  const queue = startAgain(scene, mailer)
  await queue.settled()
  expect(await statesOf({ queue })).toEqual(['unknown'])
  expect(mailer.handed).toEqual([])
  const [row] = (await queue.page(null)).mails
  expect(await queue.sendAgain(row?.id ?? 0)).toBe(true)
  await queue.settled()
  expect(await statesOf({ queue })).toEqual(['sent'])
})

test('[MAIL-8] an answer that never came, and a fault of our own, are unknown too', async () => {
  const scene = await openMails()
  scene.mailer.answer = async ({ key }) => {
    if (key === 'fault') throw new Error('a fault')
    return { kind: 'unknown', says: 'Timeout' }
  }
  await scene.queue.enqueue([newMail('fault'), newMail('silence')])
  await passes(scene, DAY, HOUR)
  expect(keysOf(scene)).toHaveLength(2)
  expect(await statesOf(scene)).toEqual(['unknown', 'unknown'])
})

test('[MAIL-8] a database that is away at the start keeps nobody out, and mails go on when it is back', async () => {
  const database = { isAway: true }
  const scene = await openMails({
    transformQuery: ({ node }) => node,
    async transformResult({ result }) {
      if (database.isAway) throw new Error('away')
      return result
    },
  })
  expect(scene.logged.join('')).toContain('away')
  database.isAway = false
  await scene.queue.enqueue([newMail('one'), newMail('two')])
  await scene.queue.settled()
  expect(await statesOf(scene)).toEqual(['sent', 'sent'])
})

test('[MAIL-1] a claim whose answer was lost with the database is taken back, and what is in hand is not', async () => {
  const loses = { next: false }
  const scene = await openMails({
    transformQuery: ({ node }) => node,
    async transformResult({ result }) {
      if (!loses.next || result.rows.length === 0) return result
      loses.next = false
      throw new Error('the answer is lost')
    },
  })
  let answer: (delivery: Delivery) => void = () => {}
  scene.mailer.answer = async () => await new Promise((resolve) => (answer = resolve))
  await scene.queue.enqueue([newMail('in hand')])
  await vi.waitFor(() => expect(scene.mailer.handed).toHaveLength(1))
  scene.mailer.answer = async () => ({ kind: 'sent' })
  loses.next = true
  await scene.queue.enqueue([newMail('lost')])
  await vi.waitFor(() => expect(scene.logged.join('')).toContain('the answer is lost'))
  expect(await statesOf(scene)).toEqual(['sending', 'sending'])
  scene.clock.turn(MINUTE)
  await vi.waitFor(async () => expect(await statesOf(scene)).toEqual(['sent', 'sending']))
  answer({ kind: 'sent' })
  await scene.queue.settled()
  expect(keysOf(scene)).toEqual(['in hand', 'lost'])
})

test('[MAIL-9] what is not on its way is sent again by a press, as if it were new; what is on its way is left so', async () => {
  const scene = await openMails()
  scene.mailer.answer = async () => ({ kind: 'kept' })
  await scene.queue.enqueue([newMail('one')])
  await scene.queue.settled()
  const [kept] = (await scene.queue.page(null)).mails
  expect(kept).toMatchObject({ state: 'kept', canSendAgain: true })
  scene.mailer.answer = async () => BUSY
  expect(await scene.queue.sendAgain(kept?.id ?? 0)).toBe(true)
  await scene.queue.settled()
  expect(await scene.queue.sendAgain(kept?.id ?? 0)).toBe(true)
  await scene.queue.settled()
  expect(keysOf(scene)).toEqual(['one', 'one'])
  expect((await scene.queue.page(null)).mails).toMatchObject([{ state: 'waiting', tries: 1, canSendAgain: false }])
  expect(await scene.queue.sendAgain(99)).toBe(false)
})

test('[MAIL-9] the list is read fifty at a time, the newest first', async () => {
  const scene = await openMails()
  await scene.queue.enqueue(Array.from({ length: 120 }, (_, n) => newMail(`${n}`, { subject: `${n}` })))
  await scene.queue.settled()
  const subjects: string[] = []
  for (let before: number | null = null, more = true; more;) {
    const page = await scene.queue.page(before)
    expect(page.mails.length).toBeLessThanOrEqual(50)
    subjects.push(...page.mails.map(({ subject }) => subject))
    before = page.before
    more = before !== null
  }
  expect(subjects).toEqual(Array.from({ length: 120 }, (_, n) => `${119 - n}`))
})

test('[MAIL-10] no address is in the log, and no word of a mail', async () => {
  const scene = await openMails()
  scene.mailer.answer = async () => AWAY
  await scene.queue.enqueue([newMail('one')])
  await scene.queue.settled()
  expect(scene.logged.join('')).toContain('ECONNREFUSED')
  expect(scene.logged.join('')).not.toMatch(/noor|Hana/i)
})

test('[MAIL-11] the text of a mail about an account is gone once it was sent, and shown only where it is kept', async () => {
  const scene = await openMails()
  scene.mailer.answer = async ({ key }) => (key === 'sent' ? { kind: 'sent' } : { kind: 'bounced', says: '550' })
  await scene.queue.enqueue([newMail('sent', { kind: 'reset-password' }), newMail('bounced', { kind: 'verify-email' })])
  await scene.queue.settled()
  for (const { id } of (await scene.queue.page(null)).mails)
    expect(await scene.queue.one(id)).toMatchObject({ body: null })
  expect(await scene.database.selectFrom('mails').select('content').where('key', '=', 'sent').execute()).toEqual([
    { content: null },
  ])
  scene.mailer.answer = async () => ({ kind: 'kept' })
  await scene.queue.enqueue([newMail('kept', { kind: 'reset-password', text: 'The link' })])
  await scene.queue.settled()
  const [kept] = (await scene.queue.page(null)).mails
  expect(await scene.queue.one(kept?.id ?? 0)).toMatchObject({ body: { text: 'The link' } })
})

test('[MAIL-11] what a mail says is deleted 30 days after its end, and it cannot be sent again', async () => {
  const scene = await openMails()
  await scene.queue.enqueue([newMail('one')])
  await scene.queue.settled()
  const [row] = (await scene.queue.page(null)).mails
  const id = row?.id ?? 0
  await passes(scene, 29 * DAY, DAY)
  expect(await scene.queue.one(id)).toMatchObject({ body: { text: 'Hana Weber invites you.\n' } })
  await passes(scene, 2 * DAY, HOUR)
  expect(await scene.queue.one(id)).toMatchObject({ body: null, canSendAgain: false })
  expect(await scene.queue.sendAgain(id)).toBe(false)
})

test('[MAIL-15] mails to an address are forgotten, also those that wait', async () => {
  const scene = await openMails()
  await scene.queue.enqueue([newMail('sent'), newMail('other', { to: { address: 'mei@example.org', name: '' } })])
  await scene.queue.settled()
  scene.mailer.answer = async () => BUSY
  await scene.queue.enqueue([newMail('waiting')])
  await scene.queue.settled()
  await scene.queue.forget('NOOR@example.org')
  expect((await scene.queue.page(null)).mails).toMatchObject([{ to: 'mei@example.org' }])
  await passes(scene, HOUR)
  expect(keysOf(scene).filter((key) => key === 'waiting')).toHaveLength(1)
})

test('[MAIL-14] a queue that closes begins nothing, and waits for what it is handing over', async () => {
  const scene = await openMails()
  const answers: ((delivery: Delivery) => void)[] = []
  scene.mailer.answer = async () => await new Promise((resolve) => void answers.push(resolve))
  await scene.queue.enqueue(Array.from({ length: 8 }, (_, n) => newMail(`${n}`)))
  await vi.waitFor(() => expect(answers).toHaveLength(5))
  const closed = scene.queue.close()
  expect(scene.mailer.isClosed).toBe(false)
  for (const answer of answers) answer({ kind: 'sent' })
  await closed
  expect(scene.mailer.isClosed).toBe(true)
  expect((await statesOf(scene)).toSorted()).toEqual([...Array(5).fill('sent'), ...Array(3).fill('waiting')])
})

test('[MAIL-14] it waits no longer than ten seconds', async () => {
  const scene = await openMails()
  scene.mailer.answer = async () => await new Promise(() => {})
  await scene.queue.enqueue([newMail('one')])
  await vi.waitFor(() => expect(scene.mailer.handed).toHaveLength(1))
  const closed = scene.queue.close()
  scene.clock.turn(10_000)
  await closed
  expect(scene.mailer.isClosed).toBe(true)
})
