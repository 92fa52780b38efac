import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Command } from '../protocol/commands.ts'
import type { Event } from '../protocol/events.ts'
import { GivenRole, type PersonId } from '../protocol/words.ts'
import { everybody } from '../../test/people.ts'
import { given, pageOf } from '../../test/given.ts'
import { beforeOf, tellingOf, viewFor } from './audience.ts'
import { decide, decideFact } from './decide.ts'
import { evolve } from './evolve.ts'
import { grantOf } from './grants.ts'
import { isLocked } from './is-locked.ts'
import { isRefusal, type Actor, type Fact } from './outcome.ts'
import { runs } from './policy.ts'
import { nothingYet, queueOf, type Session } from './session.ts'
import { unfold } from './unfold.ts'

const SOURCES = ['microphone', 'camera'] as const
const who = fc.constantFrom(...everybody)
const flag = fc.boolean()
const aimed = [
  'lowerHand',
  'declineRequest',
  'invite',
  'revokeInvitation',
  'mute',
  'turnOffCamera',
  'removeFromStage',
  'askToUnmute',
  'liftRemoval',
  'admit',
  'declineEntry',
  'holdInWings',
  'bringOn',
] as const
const anybody = who.map(({ id }) => id)
const source = fc.constantFrom('microphone' as const, 'camera' as const)
const permissions = fc.record({
  shareScreen: flag,
  presentContent: flag,
  chat: flag,
  raiseHand: flag,
  joinStage: flag,
  seeParticipants: flag,
})
const flagged: fc.Arbitrary<Command>[] = [
  fc.record({ type: fc.constant('setLock' as const), person: anybody, source, on: flag }),
  fc.record({ type: fc.constant('turnOffAll' as const), source, lock: flag }),
  fc.record({ type: fc.constant('unlockAll' as const), source }),
  fc.record({ type: fc.constant('setRole' as const), person: anybody, role: fc.constantFrom(...GivenRole.options) }),
  fc.record({ type: fc.constant('setChatModerator' as const), person: anybody, on: flag }),
  fc.record({ type: fc.constant('setPermissions' as const), person: anybody, permissions }),
  fc.record({ type: fc.constant('lockRoom' as const), on: flag }),
  fc.record({ type: fc.constant('giveReason' as const), reason: fc.string({ maxLength: 130 }) }),
  fc.record({ type: fc.constant('moveHand' as const), person: anybody, before: fc.option(anybody, { nil: null }) }),
  fc.record({
    type: fc.constant('setMode' as const),
    mode: fc.constantFrom('interactive' as const, 'webinar' as const),
  }),
  fc.record({ type: fc.constant('setStageSize' as const), size: fc.integer({ min: 1, max: 4 }) }),
  fc.record({ type: fc.constant('removeFromRoom' as const), person: anybody, lasting: flag }),
]
const bare = [
  'admitAll',
  'clearHands',
  'spoke',
  'leave',
  'leaveStage',
  'raiseHand',
  'askToJoin',
  'declineInvitation',
] as const
const command: fc.Arbitrary<Command | 'join'> = fc.oneof(
  { weight: 3, arbitrary: fc.constant('join' as const) },
  { weight: 3, arbitrary: fc.record({ type: fc.constant('goOnStage' as const), microphone: flag, camera: flag }) },
  { weight: 4, arbitrary: fc.constantFrom(...bare).map((type) => ({ type })) },
  { weight: 5, arbitrary: fc.tuple(fc.constantFrom(...aimed), who).map(([type, { id }]) => ({ type, person: id })) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.constantFrom('turnMicrophone' as const, 'turnCamera' as const), flag)
      .map(([type, on]) => ({ type, on })),
  },
  { weight: 3, arbitrary: fc.oneof(...flagged) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom('everyone' as const, 'request' as const, 'invite' as const)
      .map((access) => ({ type: 'setAccess' as const, access })),
  },
)
const fact: fc.Arbitrary<Fact> = fc.oneof(
  fc.record({ type: fc.constant('connectionLost' as const), person: who.map((p) => p.id), clean: flag }),
  fc.record({ type: fc.constant('personGone' as const), person: who.map((p) => p.id) }),
  fc.record({
    type: fc.constant('arrive' as const),
    person: who.map((p) => p.id),
    page: fc.constantFrom('a'.repeat(22), 'b'.repeat(22)),
  }),
  fc.constant({ type: 'everyConnectionLost' as const }),
  fc.constant({ type: 'unattended' as const }),
)
type Step = { actor: Actor; command: Command | 'join'; after: number } | { fact: Fact; after: number }
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ actor: who, command, after: fc.nat(90_000) }) },
  { weight: 2, arbitrary: fc.record({ fact, after: fc.nat(90_000) }) },
)

test('[LOG-2] strangers doing anything in any order never break the room', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 120 }), (steps) => {
      const session = given('interactive')
      session.stageSize = 3
      const log: Event[] = []
      const clients = new Map<PersonId, Session>()
      let at = 1
      for (const each of steps) {
        at += each.after
        const onStage = session.stage.size
        for (const event of outcomeOf(session, each, at)) {
          const before = beforeOf(session, event)
          evolve(session, event)
          log.push(event)
          tell(session, event, tellingOf(session, event, before), clients)
        }
        // A smaller stage takes nobody off, and lets nobody on. [MODE-4]
        expect(session.stage.size).toBeLessThanOrEqual(Math.max(session.stageSize, onStage))
        holds(session)
        for (const [id, client] of clients) agrees(session, id, client)
      }
      expect(folded(log)).toEqual(session)
    }),
    { numRuns: 300 },
  )
})

function outcomeOf(session: Session, each: Step, at: number): Event[] {
  if ('fact' in each) return decideFact(session, each.fact, at)
  const asked = each.command === 'join' ? { type: 'join' as const, page: pageOf(each.actor) } : each.command
  const outcome = decide(session, each.actor, asked, at)
  return isRefusal(outcome) ? (outcome.events ?? []) : outcome
}

/** What the server does with a telling, without the sockets: a newcomer gets a view, the others events for their ear. */
function tell(session: Session, event: Event, telling: ReturnType<typeof tellingOf>, clients: Map<PersonId, Session>) {
  for (const [id, client] of clients) {
    if (telling.own?.person === id) continue
    const ear = runs(session.people.get(id)?.role ?? 'participant') ? telling.runners : telling.everyone
    for (const heard of ear) evolve(client, heard)
  }
  if (!telling.own) return
  const { person, events } = telling.own
  if (WELCOMED.has(event.type)) clients.set(person, unfold(viewFor(session, person)))
  else if (event.type === 'left' || event.type === 'removed') clients.delete(person)
  else for (const heard of events) evolve(clients.get(person) ?? nothingYet(), heard)
}

// After these the server sends a welcome, for another room is known from then on.
const WELCOMED: ReadonlySet<Event['type']> = new Set(['joined', 'roleSet', 'permissionsSet'])

function holds(session: Session) {
  const orders = queueOf(session).map((hand) => hand.order)
  expect(new Set(orders).size).toBe(orders.length)
  for (const { id } of everybody) {
    const person = session.people.get(id)
    expect(session.stage.has(id)).toBe(person?.place === 'stage')
    const { publish } = grantOf(session, id)
    const isUp = person !== undefined && person.place !== 'viewer'
    expect(session.wings.has(id)).toBe(person?.place === 'wings')
    if (!isUp) expect(publish).toEqual([])
    for (const each of SOURCES) {
      const isFree = isUp && !isLocked(session, person, each)
      expect(publish.includes(each)).toBe(isFree)
      if (person?.[each]) expect(isFree).toBe(true)
    }
    if (!isUp) expect(person?.microphone || person?.camera || false).toBe(false)
    if (session.hands.has(id)) expect(person).toBeDefined()
    // Nobody is in two places.
    const places = [session.waiting.has(id), session.people.has(id), session.removed.has(id)]
    expect(places.filter(Boolean).length).toBeLessThanOrEqual(1)
  }
}

/** What a client folded from what it was told says the same as a fresh view would. */
function agrees(session: Session, id: PersonId, client: Session) {
  const fresh = viewFor(session, id)
  for (const person of fresh.people) expect(client.people.get(person.id)).toEqual(person)
  expect(queueOf(client)).toEqual(fresh.hands)
  expect([...client.stage]).toEqual([...session.stage])
  expect(client.access).toBe(fresh.access)
  expect([client.locked, client.endsAt]).toEqual([fresh.locked, fresh.endsAt])
  if (runs(session.people.get(id)?.role ?? 'participant')) {
    expect([...client.waiting.keys()]).toEqual([...session.waiting.keys()])
    expect([...client.removed.keys()].toSorted()).toEqual([...session.removed.keys()].toSorted())
  }
}

function folded(log: Event[]): Session {
  const session = given('interactive')
  session.stageSize = 3
  for (const event of log) evolve(session, event)
  return session
}
