import { expect, test } from 'vitest'
import { does, given, happens, pageOf, tries } from '../../../test/rules/given.ts'
import { hana, kwame, mei, noor } from '../../../test/rules/people.ts'
import type { Event } from '../../protocol/events.ts'
import { viewFor } from '../audience/audience.ts'
import { foldMessages } from '../chat/messages.ts'
import { evolve } from '../evolve.ts'
import type { Actor } from '../outcome.ts'
import { fromView } from '../session/from-view.ts'
import { nothingYet, type Session } from '../session/session.ts'

const bot = (n: number): Actor => ({ id: `bot-${n}`.padEnd(22, '_'), name: `Bot ${n}`, role: 'participant', bot: true })
const BOTS = [bot(1), bot(2), bot(3)]
const WRITES = { type: 'write', to: null, reply: null, key: null } as const

/** Hana rehearses with three bots, one of whom has a hand up and one has written. */
function rehearsing() {
  const session = given('webinar', hana)
  const log: Event[] = [...does(session, hana, { type: 'startRehearsal', bots: 3 })]
  for (const each of BOTS) log.push(...does(session, each, { type: 'join', page: pageOf(each) }))
  log.push(...does(session, bot(1), { type: 'raiseHand' }))
  log.push(...does(session, bot(2), { ...WRITES, text: 'Bot 2' }), ...does(session, hana, { ...WRITES, text: 'Hello' }))
  return { session, log }
}

/** What could tell of somebody who was here. */
const traces = ({ people, former, attendance, hands, bots, namesakes, chat, peak }: Session) => ({
  inside: [...people.keys()],
  others: [former.size, hands.size, bots.size, namesakes.size, chat.wrote.size, attendance.size, peak],
})

test('[REHEARSE-4] one press takes all bots out, and nothing stays of them: no time inside, no number, no message', () => {
  const { session, log } = rehearsing()
  log.push(...does(session, hana, { type: 'stopRehearsal' }, 9))
  expect(traces(session)).toEqual({ inside: [hana.id], others: [0, 0, 0, 1, 1, 1, 1] })
  expect(session.rehearsal).toMatchObject({ endedAt: 9, why: 'stopped', verdict: { kind: 'tooShort' } })
  const reading = { reader: hana.id, with: null }
  const messages = log.reduce<ReturnType<typeof foldMessages>>((so, event) => foldMessages(so, event, reading), [])
  expect(messages.map(({ text }) => text)).toEqual(['Hello'])
  expect(does(session, hana, { type: 'stopRehearsal' })).toEqual([])
})

test('[REHEARSE-1] who is not the host cannot, nor can the host with guests inside; asked twice it is one', () => {
  const session = given('webinar', hana, kwame)
  expect(tries(session, kwame, { type: 'startRehearsal', bots: 3 })).toBe('not-allowed')
  does(session, hana, { type: 'startRehearsal', bots: 3 })
  expect(does(session, hana, { type: 'startRehearsal', bots: 9 })).toEqual([])
  does(session, noor, { type: 'join', page: pageOf(noor) })
  expect(tries(session, hana, { type: 'startRehearsal', bots: 3 })).toBe('guests-inside')
})

test('[REHEARSE-3] a bot comes while a rehearsal runs, also into a locked room, and at no other time', () => {
  const session = given('webinar', hana)
  expect(tries(session, bot(1), { type: 'join', page: pageOf(bot(1)) })).toBe('no-entry')
  does(session, hana, { type: 'lockRoom', on: true })
  does(session, hana, { type: 'startRehearsal', bots: 1 })
  does(session, bot(1), { type: 'join', page: pageOf(bot(1)) })
  expect(session.people.get(bot(1).id)).toMatchObject({ bot: true, place: 'viewer' })
  expect(session.people.get(hana.id)).not.toHaveProperty('bot')
})

test.each<[string, (session: Session) => Event[], string]>([
  ['the first guest', (session) => does(session, noor, { type: 'join', page: pageOf(noor) }), 'guest'],
  ['the end of the session', (session) => does(session, hana, { type: 'endSession' }), 'sessionEnded'],
  ['a server that was away', (session) => happens(session, { type: 'serverAway', since: 1 }, 2), 'serverAway'],
])('[REHEARSE-5] %s ends it', (_what, comes, why) => {
  const { session } = rehearsing()
  const events = comes(session)
  expect(session.rehearsal?.why).toBe(why)
  expect(events.filter(({ type }) => type === 'left')).toHaveLength(BOTS.length)
  for (const each of BOTS) expect(session.people.has(each.id)).toBe(false)
})

test('[REHEARSE-5] who runs the room comes and goes without ending it', () => {
  const { session } = rehearsing()
  does(session, kwame, { type: 'join', page: pageOf(kwame) })
  expect(session.rehearsal?.endedAt).toBeNull()
})

test('[REHEARSE-6] what was measured last is what the verdict is made of; measured afterwards it is nothing', () => {
  const { session } = rehearsing()
  const measured = { seconds: 10, bots: 100, busy: 60, idle: 10, held: 20, hand: 15 }
  happens(session, { type: 'rehearsalMeasured', measured })
  does(session, hana, { type: 'stopRehearsal' })
  expect(session.rehearsal?.verdict).toEqual({ kind: 'holds', viewers: 1_300, atLeast: false })
  expect(happens(session, { type: 'rehearsalMeasured', measured })).toEqual([])
})

test('[REHEARSE-2] [LOG-2] a page folds it as the server does, and so does the log', () => {
  const { session } = rehearsing()
  const page = fromView(viewFor(session, hana.id), hana.id)
  expect(page.people.get(bot(1).id)).toMatchObject({ bot: true })
  for (const event of does(session, hana, { type: 'stopRehearsal' })) evolve(page, event)
  expect(page.rehearsal).toEqual(session.rehearsal)
  expect(page.people.has(bot(1).id)).toBe(false)
  expect(
    evolve(nothingYet(), {
      type: 'rehearsalStopped',
      at: 1,
      by: null,
      why: 'guest',
      people: [mei.id],
      verdict: { kind: 'tooShort' },
    }),
  ).toEqual(nothingYet())
})
