import { expect, test } from 'vitest'
import { does, given, happens, pageOf, tries } from '../../../test/rules/given.ts'
import { hana, kwame, mei, noor, yuki } from '../../../test/rules/people.ts'
import type { Event } from '../../protocol/events.ts'
import { viewFor } from '../audience/audience.ts'
import { actsOf } from '../moderation/audit-log.ts'
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

test('[REHEARSE-5] the last of host and co-hosts who takes the own data away ends it, and no other does', () => {
  const { session } = rehearsing()
  does(session, kwame, { type: 'join', page: pageOf(kwame) })
  does(session, hana, { type: 'setRole', person: kwame.id, role: 'cohost' })
  does(session, yuki, { type: 'join', page: pageOf(yuki) })
  does(session, hana, { type: 'leave' })
  happens(session, { type: 'deleteData', person: yuki.id }, 2)
  expect(session.rehearsal?.endedAt).toBeNull()
  happens(session, { type: 'deleteData', person: kwame.id }, 3)
  expect(session.rehearsal).toMatchObject({ endedAt: 3, why: 'hostLeft' })
  expect(session.people.size).toBe(0)
})

test('[REHEARSE-5] a guest who has to wait ends it too, and all who wait can be let in at once', () => {
  const session = given('webinar', hana)
  does(session, hana, { type: 'lockRoom', on: true })
  does(session, hana, { type: 'startRehearsal', bots: 1 })
  does(session, bot(1), { type: 'join', page: pageOf(bot(1)) })
  for (const guest of [noor, mei]) does(session, guest, { type: 'join', page: pageOf(guest) })
  expect(session.rehearsal?.why).toBe('guest')
  const admitted = does(session, hana, { type: 'admitAll' })
  expect(admitted.filter(({ type }) => type === 'joined')).toHaveLength(2)
  expect([...session.people.keys()]).toEqual([hana.id, noor.id, mei.id])
})

test.each<[string, (session: Session) => void]>([
  ['leaves', (session) => does(session, yuki, { type: 'leave' })],
  [
    'does not come back',
    (session) => {
      happens(session, { type: 'connectionLost', person: yuki.id, clean: false })
      happens(session, { type: 'personGone', person: yuki.id }, 200_000)
    },
  ],
])('[REHEARSE-5] it goes on with a co-host, and is over when the last who could end it %s', (_what, goes) => {
  const session = given('webinar', hana, yuki, kwame)
  does(session, yuki, { type: 'startRehearsal', bots: 1 })
  does(session, bot(1), { type: 'join', page: pageOf(bot(1)) })
  does(session, hana, { type: 'leave' })
  expect(session.rehearsal?.endedAt).toBeNull()
  goes(session)
  expect(session.rehearsal?.why).toBe('hostLeft')
  expect([...session.people.keys()]).toEqual([kwame.id])
})

test('[REHEARSE-4] what was done to a bot is in no log, its hands are in no estimate, and nobody writes to it privately', () => {
  const { session } = rehearsing()
  does(session, hana, { type: 'invite', person: bot(1).id })
  does(session, hana, { type: 'setLock', person: bot(2).id, source: 'microphone', on: true })
  does(session, hana, { type: 'removeFromRoom', person: bot(3).id, lasting: true })
  expect(actsOf(session)).toHaveLength(3)
  expect(tries(session, hana, { ...WRITES, to: bot(1).id, text: 'Psst' })).toBe('no-such-person')
  does(session, hana, { type: 'stopRehearsal' }, 9)
  expect([actsOf(session), [...session.removed], session.served]).toEqual([[], [], []])
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
  expect(session.rehearsal?.verdict).toEqual({ kind: 'holds', viewers: 1_300, atLeast: false, bots: 100 })
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
