import * as fc from 'fast-check'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { pino } from 'pino'
import { expect, onTestFinished, test, vi } from 'vitest'
import { MailServer, silentMailServer } from '../../../test/mail/mail-server.ts'
import { mailerContract, mailTo } from '../../../test/mail/mailer.contract.ts'
import { newFolder } from '../../../test/server/app-server.ts'
import { systemClock } from '../clock.ts'
import { openDatabase } from '../database/database.ts'
import { openSqlite } from '../store/store.sqlite.ts'
import { MailQueue } from './mail-queue.ts'
import type { SmtpConfig } from './mail-config.ts'
import { oneLine } from './mailer.ts'
import { smtpMailer } from './mailer.smtp.ts'

async function opened(given: Partial<SmtpConfig> = {}) {
  const server = await MailServer.open()
  const mailer = smtpMailer({ ...server.config, ...given })
  onTestFinished(async () => {
    await mailer.close()
    await server.close()
  })
  return { server, mailer }
}

const HEADERS = ['auto-submitted', 'content-type', 'date', 'from', 'message-id', 'mime-version', 'subject', 'to']

mailerContract('smtp', async () => ({ mailer: (await opened()).mailer, taken: { kind: 'sent' } }))

test('[MAIL-12] what arrives is a page and plain text, in any script, with the calendar file', async () => {
  const { server, mailer } = await opened()
  const file = 'BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n'
  const given = {
    to: { address: 'noa@example.org', name: 'נועה "כהן"' },
    subject: 'הזמנה: “ספריית הנמל” 🎤'.repeat(3),
    text: `${'שורה ארוכה מאוד '.repeat(100)}\n`,
    html: '<p dir="rtl">שלום</p>',
    calendar: { method: 'REQUEST' as const, file },
  }
  await mailer.send(mailTo(given))
  const [{ recipients, raw } = { recipients: [], raw: '' }] = server.arrived
  const [mail] = await server.mails()
  expect(recipients).toEqual(['noa@example.org'])
  expect(mail?.to).toMatchObject([given.to])
  expect(mail?.from).toMatchObject({ name: 'Rostrum', address: 'rooms@example.org' })
  expect(mail?.subject).toBe(given.subject)
  expect(mail?.text?.trim()).toBe(given.text.trim())
  expect(mail?.html?.trim()).toBe(given.html)
  const calendar = mail?.attachments.find(({ filename }) => filename === 'session.ics')
  expect(calendar).toBeDefined()
  expect(raw).toMatch(/text\/calendar;.*method=REQUEST/)
  expect(raw.split('\r\n').every((line) => line.length <= 998)).toBe(true)
})

test('[MAIL-3] [MAIL-10] the id of a mail follows from its key, and names nobody', async () => {
  const { server, mailer } = await opened()
  for (const key of ['invitation:noor@example.org', 'invitation:noor@example.org', 'other'])
    await mailer.send(mailTo({ key }))
  const [one, again, other] = (await server.mails()).map(({ messageId }) => messageId)
  expect(one).toMatch(/^<[0-9a-f]{32}@example\.org>$/)
  expect(again).toBe(one)
  expect(other).not.toBe(one)
})

test('[MAIL-13] a mail says that nobody wrote it, and how one press ends such mails', async () => {
  const { server, mailer } = await opened()
  await mailer.send(mailTo({ unsubscribe: 'https://rooms.example/stop/1' }))
  await mailer.send(mailTo())
  const [invitation, other] = (await server.mails()).map(
    ({ headers }) => new Map(headers.map(({ key, value }) => [key, value])),
  )
  expect(invitation?.get('auto-submitted')).toBe('auto-generated')
  expect(invitation?.get('list-unsubscribe')).toBe('<https://rooms.example/stop/1>')
  expect(invitation?.get('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click')
  expect(other?.has('list-unsubscribe')).toBe(false)
})

test('[MAIL-12] a line break in a subject, a name or an address to end mails begins no header', async () => {
  const { server, mailer } = await opened()
  const evil = 'Hello\r\nBcc: mei@example.org\r\n\r\n<script>'
  const to = { address: 'noor@example.org', name: evil }
  await mailer.send(mailTo({ to, subject: evil, unsubscribe: `https://rooms.example/${evil}`, key: evil }))
  const [mail] = await server.mails()
  expect(server.arrived[0]?.recipients).toEqual(['noor@example.org'])
  expect(mail?.headers.filter(({ key }) => key === 'bcc')).toEqual([])
  expect(mail?.to).toMatchObject([{ address: 'noor@example.org' }])
  expect(mail?.text?.trim()).toBe('Hana Weber invites you.')
})

test('[MAIL-10] one mail has one recipient, in its envelope and in its headers', async () => {
  const { server, mailer } = await opened()
  const all = ['noor', 'mei', 'amara'].map((name) => ({ address: `${name}@example.org`, name }))
  await Promise.all(all.map(async (to) => await mailer.send(mailTo({ to, key: to.name }))))
  expect(server.arrived).toHaveLength(3)
  for (const { recipients, raw } of server.arrived)
    expect(all.filter(({ address }) => raw.includes(address))).toMatchObject([{ address: recipients[0] }])
})

test('[MAIL-4] a few connections carry all of them, and stay open', async () => {
  const { server, mailer } = await opened()
  await Promise.all(Array.from({ length: 60 }, async (_, n) => await mailer.send(mailTo({ key: `${n}` }))))
  expect(server.arrived).toHaveLength(60)
  expect(server.connections).toBeLessThanOrEqual(5)
})

test.for([
  ['a recipient that is not known', { recipient: '550 No such person here' }, { kind: 'bounced' }],
  ['a mail that is not wanted', { mail: '554 This looks like spam' }, { kind: 'bounced' }],
  ['a recipient for now', { recipient: '451 Greylisted' }, { kind: 'later', isAway: false }],
  ['a mail for now', { mail: '452 The disk is full' }, { kind: 'later' }],
  ['the sender', { sender: '553 Not yours' }, { kind: 'later', isAway: true }],
  ['everybody', { sender: '421 Too many' }, { kind: 'later', isAway: true }],
] as const)('[MAIL-5] [MAIL-6] what the server says of %s', async ([, refuses, expected]) => {
  const { server, mailer } = await opened()
  server.refuses = refuses
  const delivery = await mailer.send(mailTo())
  expect(delivery).toMatchObject(expected)
  expect('says' in delivery && delivery.says).toContain(Object.values(refuses)[0])
  server.refuses = {}
  expect(await mailer.send(mailTo())).toEqual({ kind: 'sent' })
})

test('[MAIL-5] a mail server that says very much is quoted in one short line', async () => {
  const { server, mailer } = await opened()
  server.refuses = { recipient: `550 No such person here. ${'See our page for more. '.repeat(40)}` }
  const bounced = await mailer.send(mailTo({}))
  expect(bounced).toMatchObject({
    kind: 'bounced',
    says: expect.stringMatching(/^550 No such person here\.[^\p{Cc}]*$/u),
  })
  expect('says' in bounced && bounced.says?.length).toBe(300)
})

test('[MAIL-6] a login that is refused bounces nobody', async () => {
  const { server, mailer } = await opened({ user: 'rooms', password: 'wrong' })
  server.refuses = { login: '535 Who are you?' }
  expect(await mailer.send(mailTo())).toMatchObject({ kind: 'later', isAway: true })
  server.refuses = {}
  expect(await mailer.send(mailTo())).toEqual({ kind: 'sent' })
})

test('[MAIL-6] a mail server that is away is told apart, and used again when it is back', async () => {
  const server = await MailServer.open()
  const { config } = server
  await server.close()
  const mailer = smtpMailer(config)
  expect(await mailer.send(mailTo())).toMatchObject({ kind: 'later', isAway: true })
  const back = await MailServer.open(config.port)
  onTestFinished(async () => {
    await mailer.close()
    await back.close()
  })
  expect(await mailer.send(mailTo())).toEqual({ kind: 'sent' })
})

test('[MAIL-8] a server that takes all of a mail and hangs up without an answer is not asked twice', async () => {
  const { config, taken, close } = await silentMailServer()
  const mailer = smtpMailer(config)
  onTestFinished(async () => {
    await mailer.close()
    close()
  })
  expect(await mailer.send(mailTo())).toMatchObject({ kind: 'unknown' })
  expect(taken()).toBe(1)
})

test('[MAIL-12] whatever is typed arrives as it was typed, and nothing of it becomes a header', async () => {
  const { server, mailer } = await opened()
  const typed = fc.string({ unit: 'binary', maxLength: 60 }).map(oneLine)
  await fc.assert(
    fc.asyncProperty(typed, typed, async (name, room) => {
      const subject = oneLine(`New time: ${room}`)
      server.arrived.length = 0
      const to = { address: 'noor@example.org', name }
      expect(await mailer.send(mailTo({ to, subject }))).toEqual({ kind: 'sent' })
      const [mail] = await server.mails()
      expect(mail?.to).toMatchObject([to])
      expect(mail?.subject).toBe(subject)
      expect(mail?.headers.map(({ key }) => key).toSorted()).toEqual(HEADERS)
    }),
    { numRuns: 50 },
  )
})

test('[MAIL-6] on this machine a password goes by TLS, whose certificate proves nothing here', async () => {
  const logins: (boolean | undefined)[] = []
  const server = await MailServer.open(0, {
    disabledCommands: [],
    onAuth: (_login, { secure }, done) => {
      logins.push(secure)
      done(null, { user: 'rooms' })
    },
  })
  const mailer = smtpMailer({ ...server.config, user: 'rooms', password: 'secret' })
  const elsewhere = smtpMailer({ ...server.config, host: '0.0.0.0', user: 'rooms', password: 'secret' })
  onTestFinished(async () => {
    await Promise.all([mailer.close(), elsewhere.close()])
    await server.close()
  })
  expect(await mailer.send(mailTo())).toEqual({ kind: 'sent' })
  expect(logins).toEqual([true])
  // From elsewhere a certificate that nobody knows is refused.
  expect(await elsewhere.send(mailTo())).toMatchObject({ kind: 'later', isAway: true })
  expect(logins).toEqual([true])
})

test('[MAIL-1] [MAIL-3] [MAIL-8] after kill -9 nothing is lost, and nothing arrives twice', async () => {
  const server = await MailServer.open()
  const folder = newFolder()
  const program = fileURLToPath(new URL('../../../test/mail/send-mails.ts', import.meta.url))
  const child = spawn(process.execPath, [program, folder, String(server.config.port)], { stdio: 'inherit' })
  const gone = once(child, 'exit')
  await vi.waitFor(() => expect(server.arrived.length).toBeGreaterThan(30), { timeout: 20_000, interval: 1 })
  child.kill('SIGKILL')
  await gone
  expect(server.arrived.length).toBeLessThan(100)

  const store = openSqlite(folder)
  const log = pino({ level: 'silent' })
  const database = openDatabase(folder, log)
  const queue = new MailQueue({
    database,
    mailer: smtpMailer(server.config),
    clock: systemClock,
    log,
    isUnwanted: async () => false,
  })
  onTestFinished(async () => {
    await queue.close()
    await server.close()
    await database.destroy()
    await store.close()
  })
  queue.start()
  await queue.settled()
  const rows = await database.selectFrom('mails').select(['address', 'state']).execute()
  expect(rows).toHaveLength(100)
  const times = (address: string) => server.arrived.filter(({ recipients }) => recipients[0] === address).length
  for (const { address, state } of rows)
    if (state === 'sent') expect(times(address), address).toBe(1)
    else expect([state, times(address) <= 1]).toEqual(['unknown', true])
  expect(rows.filter(({ state }) => state === 'unknown').length).toBeLessThanOrEqual(5)
})

test('[MAIL-6] a password goes over no line to elsewhere that is not encrypted', async () => {
  const asked: string[] = []
  const server = await MailServer.open(0, {
    onAuth: ({ username }, _session, done) => {
      asked.push(username ?? '')
      done(null, { user: 'rooms' })
    },
  })
  // A name of this machine that does not say so.
  const mailer = smtpMailer({ ...server.config, host: '0.0.0.0', user: 'rooms', password: 'secret' })
  onTestFinished(async () => {
    await mailer.close()
    await server.close()
  })
  expect(await mailer.send(mailTo())).toMatchObject({ kind: 'later', isAway: true })
  expect(asked).toEqual([])
})
