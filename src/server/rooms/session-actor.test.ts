import * as fc from 'fast-check'
import { pino } from 'pino'
import { expect, test } from 'vitest'
import { handClock } from '../../../test/server/manual-clock.ts'
import { pageOf } from '../../../test/rules/given.ts'
import { amara, hana, kwame, mei, noor, tom, yuki } from '../../../test/rules/people.ts'
import { memoryStore } from '../../../test/store/store.memory.ts'
import { randomSteps, type Step } from '../../../test/rules/random-commands.ts'
import type { Event } from '../../protocol/events.ts'
import { evolve } from '../../rules/evolve.ts'
import type { Actor, Rejection } from '../../rules/outcome.ts'
import { isModerator } from '../../rules/permissions/policy.ts'
import { startSession } from '../../rules/session/room.ts'
import { nothingYet, type Person, type Session } from '../../rules/session/session.ts'
import { StoreDown, type Store } from '../store/store.ts'
import { soleOwnership } from './ownership.ts'
import { SessionActor } from './session-actor.ts'
import { eventsOf } from '../../../test/rules/events-of.ts'

const PEOPLE = [hana, kwame, amara, noor, mei, yuki, tom]
const ROOM = { id: 'room'.padEnd(22, '_'), name: 'Harbour library', mode: 'interactive' as const }
const ID = 'session'.padEnd(22, '_')
const RUNS = 60

type Asked = Extract<Step, { actor: Actor }> | Extract<Step, { systemEvent: unknown }>

/** An actor over a store, with everybody known to it, and what it has told. */
async function given(store: Store = memoryStore()) {
  const clock = handClock()
  const begin = startSession(ROOM, null, hana, ID, clock.now(), 900_000)
  if (!Array.isArray(begin)) throw new Error(begin.refusal)
  await store.createRoom(
    { ...ROOM, hostName: hana.name, createdAt: 0, session: null },
    { ...hana, room: ROOM.id, key: hana.id, lowered: false, seenAt: 0 },
    [],
  )
  for (const person of PEOPLE)
    await store.putPerson({ ...person, room: ROOM.id, key: person.id, lowered: false, seenAt: 0 })
  await store.begin(ROOM.id, ID, begin)
  let many = 0
  const lease = await soleOwnership(store).acquire(ROOM.id, () => (many += 1))
  if (!lease) throw new Error('the room is another’s')
  const told: Event[] = []
  const said: boolean[] = []
  const actor = SessionActor.begun(ID, begin, {
    store,
    lease,
    clock,
    log: pino({ level: 'silent' }),
    whoIs: async (id) => await store.person(ROOM.id, id),
    itemOf: async () => null,
    happened: (_session, event) => told.push(event),
    settled: () => {},
    readAnew: () => {},
    storeIsUp: (isUp) => said.push(isUp),
  })
  const does = async (step: Asked): Promise<Rejection | null> => {
    if ('systemEvent' in step) {
      const { systemEvent } = step
      return await actor
        .put(systemEvent.type === 'serverAway' ? { ...systemEvent, since: clock.now() } : systemEvent)
        .then(() => null)
    }
    const command = step.command === 'join' ? { type: 'join' as const, page: pageOf(step.actor) } : step.command
    return await actor.ask(step.actor.id, command)
  }
  return { actor, clock, store, told, said, lost: () => many, does }
}

/** Bursts of what comes at the same moment. */
const bursts = fc.array(
  fc.record({
    after: fc.nat(40_000),
    steps: fc.array(
      randomSteps(PEOPLE, 5).filter((step): step is Asked => !('restart' in step)),
      { minLength: 1, maxLength: 12 },
    ),
  }),
  { minLength: 5, maxLength: 25 },
)

/** What the log has of a session: all but which of those who only watch, or wait, are connected just now. [PRESENCE-4] */
function logged(session: Session): Session {
  const copy = structuredClone(session)
  for (const person of copy.people.values()) if (isAudience(person)) person.present = true
  for (const [id, state] of copy.privateState) {
    const person = copy.people.get(id)
    if (person && isAudience(person)) state.retainedUntil = null
  }
  for (const waiter of copy.waiting.values()) waiter.retainedUntil = null
  return copy
}

const isAudience = ({ place, role }: Person) => place === 'viewer' && !isModerator(role)
const PRESENCE: readonly string[] = ['connectionLost', 'cameBack']

test('[LOG-1] what is decided in one batch is what would be decided one by one: answers, log and session', async () => {
  await fc.assert(
    fc.asyncProperty(bursts, async (all) => {
      const [together, alone] = [await given(), await given()]
      for (const { after, steps } of all) {
        for (const { clock } of [together, alone]) clock.turn(after)
        const answers = await Promise.all(steps.map(together.does))
        const singly = []
        for (const step of steps) singly.push(await alone.does(step))
        expect(answers).toEqual(singly)
      }
      expect(await eventsOf(together.store, ID)).toEqual(await eventsOf(alone.store, ID))
      expect(together.told).toEqual(alone.told)
      expect(together.actor.session).toEqual(alone.actor.session)
      await Promise.all([together.actor.close(), alone.actor.close()])
    }),
    { numRuns: RUNS, seed: 7 },
  )
})

test('[LOG-1] with a store that fails at random nothing is told or acknowledged that is not in it, and it goes on', async () => {
  await fc.assert(
    fc.asyncProperty(bursts, fc.infiniteStream(fc.nat(9)), async (all, chance) => {
      const inner = memoryStore()
      const dice = chance[Symbol.iterator]()
      let isCalm = true
      /** Full now and then, broken now and then, and once in a while somebody else has written first. */
      const store: Store = {
        ...inner,
        async append(session, expectedSeq, events) {
          const roll = isCalm ? 9 : (dice.next().value ?? 9)
          if (roll === 0) return 'disk-full'
          if (roll === 1) throw new Error('the disk is gone')
          if (roll === 3) throw new StoreDown('the disk is gone')
          if (roll === 2)
            await inner.append(session, expectedSeq, [
              { type: 'reactionsSet', at: events[0]?.at ?? 0, on: true, by: hana.id },
            ])
          return await inner.append(session, expectedSeq, events)
        },
      }
      const { actor, clock, told, does } = await given(store)
      isCalm = false
      for (const { after, steps } of all) {
        clock.turn(after)
        await Promise.all(steps.map(async (step) => await does(step).catch(() => null)))
      }
      isCalm = true
      clock.turn(5_000)
      await does({ actor: hana, command: 'join', after: 0, again: false })
      const log = await eventsOf(inner, ID)
      // All that was told stands in the log, in the same order; of who is connected not all is kept.
      let at = 0
      for (const event of told.filter(({ type }) => !PRESENCE.includes(type))) {
        while (at < log.length && JSON.stringify(log[at]) !== JSON.stringify(event)) at += 1
        expect(at, `told, and not stored: ${event.type}`).toBeLessThan(log.length)
        at += 1
      }
      expect(logged(actor.session)).toEqual(logged(log.reduce(evolve, nothingYet())))
      await actor.close()
    }),
    { numRuns: RUNS, seed: 11 },
  )
})

test('[LOG-1] a full disk answers all that waits, but not who was refused anyway, and system events are put again', async () => {
  const store = memoryStore()
  const { actor, clock, told, does } = await given(store)
  const join = (who: Actor): Asked => ({ actor: who, command: 'join', after: 0, again: false })
  await does(join(noor))
  store.full = true
  const hand: Asked = { actor: noor, command: { type: 'raiseHand' }, after: 0, again: false }
  const end: Asked = { actor: noor, command: { type: 'endSession' }, after: 0, again: false }
  const lost = actor.put({ type: 'connectionLost', person: noor.id, clean: false })
  const answers = await Promise.all([does(end), does(hand), does(join(mei))])
  await lost
  expect(answers.map((no) => no?.refusal)).toEqual(['not-allowed', 'disk-full', 'disk-full'])
  expect(actor.session.hands.size + actor.session.people.size).toBe(1)
  store.full = false
  clock.turn(5_000)
  await expect.poll(() => told.at(-1)?.type).toBe('connectionLost')
  await actor.close()
})

test('[STORE-1] [STORE-2] while the store is away all is refused and said once; when it is back the room goes on, and nothing is lost', async () => {
  const store = memoryStore()
  const { actor, clock, told, said, does } = await given(store)
  const join = (who: Actor): Asked => ({ actor: who, command: 'join', after: 0, again: false })
  const hand: Asked = { actor: noor, command: { type: 'raiseHand' }, after: 0, again: false }
  expect(await does(join(noor))).toBeNull()
  store.down = true
  expect((await Promise.all([does(hand), does(join(mei))])).map((no) => no?.refusal)).toEqual([
    'store-down',
    'store-down',
  ])
  expect(await does(hand)).toEqual({ refusal: 'store-down' })
  let seen: number | null = null
  actor.whenStored(({ hands }) => (seen = hands.size))
  clock.turn(5_000)
  await expect.poll(() => store.asked).toBe(2)
  expect([said, seen]).toEqual([[false], null])
  await actor.put({ type: 'connectionLost', person: noor.id, clean: false })
  store.down = false
  clock.turn(5_000)
  await expect.poll(() => said).toEqual([false, true])
  expect([seen, actor.session.people.size]).toEqual([0, 1])
  expect(await does(hand)).toBeNull()
  expect(told.map(({ type }) => type)).toEqual(['joined', 'connectionLost', 'handRaised'])
  await actor.close()
})

test('[STORE-3] a slow store refuses nothing: what waits for it is stored together', async () => {
  const inner = memoryStore()
  const batches: number[] = []
  let isBusy = false
  let release = () => {}
  const store: Store = {
    ...inner,
    async append(session, seq, events) {
      batches.push(events.length)
      if (isBusy) await new Promise<void>((go) => (release = go))
      return await inner.append(session, seq, events)
    },
  }
  const { actor, does } = await given(store)
  await Promise.all(PEOPLE.map(async (who) => await does({ actor: who, command: 'join', after: 0, again: false })))
  const before = batches.length
  isBusy = true
  const raise = (who: Actor): Asked => ({ actor: who, command: { type: 'raiseHand' }, after: 0, again: false })
  const first = does(raise(noor))
  await expect.poll(() => batches.length).toBe(before + 1)
  const others = [mei, yuki, tom].map(async (who) => await does(raise(who)))
  isBusy = false
  release()
  expect(await Promise.all([first, ...others])).toEqual([null, null, null, null])
  expect(batches.slice(before)).toEqual([1, 3])
  await actor.close()
})

test('[LOG-4] where the clock is set back an hour in a session, hands keep their order, and slow mode and a kept place last as long as ever', async () => {
  const { actor, clock, store, does } = await given()
  const says = (who: Actor, text: string): Asked => ({
    actor: who,
    command: { type: 'write', text, to: null, reply: null, key: null },
    after: 0,
    again: false,
  })
  const raises = (who: Actor): Asked => ({ actor: who, command: { type: 'raiseHand' }, after: 0, again: false })
  for (const who of [hana, noor, mei]) await does({ actor: who, command: 'join', after: 0, again: false })
  await does({ actor: hana, command: { type: 'setSlowMode', seconds: 30 }, after: 0, again: false })
  expect([await does(raises(noor)), await does(says(noor, 'Before'))]).toEqual([null, null])
  clock.set(-3_600_000)
  expect(await does(raises(mei))).toBeNull()
  expect(actor.session.queue.map(({ person }) => person)).toEqual([noor.id, mei.id])
  expect(await does(says(noor, 'Too soon'))).toEqual({ refusal: 'write-later', wait: 30_000 })
  clock.turn(30_000)
  expect(await does(says(noor, 'After'))).toBeNull()
  await does({ systemEvent: { type: 'connectionLost', person: mei.id, clean: false }, after: 0, again: false })
  clock.turn(119_999)
  await expect.poll(() => actor.session.people.has(mei.id)).toBe(true)
  clock.turn(1)
  await expect.poll(() => actor.session.people.has(mei.id)).toBe(false)
  const times = (await eventsOf(store, ID)).map(({ at }) => at)
  expect(times).toEqual(times.toSorted((a, b) => a - b))
  await actor.close()
})

test('[LOG-4] where the clock is set back an hour over a restart, the session’s time goes on from its last event', async () => {
  const before = await given()
  const join = (who: Actor): Asked => ({ actor: who, command: 'join', after: 0, again: false })
  before.clock.turn(3 * 3_600_000)
  await before.does(join(noor))
  await before.actor.close()
  const last = (await eventsOf(before.store, ID)).at(-1)?.at ?? 0
  const clock = handClock()
  clock.turn(2 * 3_600_000)
  expect(clock.now()).toBeLessThan(last)
  const lease = await soleOwnership(before.store).acquire(ROOM.id, () => {})
  if (!lease) throw new Error('the room is another’s')
  const again = await SessionActor.load(ID, clock.now(), {
    store: before.store,
    lease,
    clock,
    log: pino({ level: 'silent' }),
    whoIs: async (id) => await before.store.person(ROOM.id, id),
    itemOf: async () => null,
    happened: () => {},
    settled: () => {},
    readAnew: () => {},
    storeIsUp: () => {},
  })
  expect(await again.ask(mei.id, { type: 'join', page: pageOf(mei) })).toBeNull()
  const times = (await eventsOf(before.store, ID)).map(({ at }) => at)
  expect(times.at(-1)).toBeGreaterThanOrEqual(last)
  expect(times).toEqual(times.toSorted((a, b) => a - b))
  await again.close()
})

test('[OWNER-2] an owner of before stores nothing, tells nobody, answers all that waits and is told once', async () => {
  const store = memoryStore()
  const { actor, told, lost, does } = await given(store)
  await does({ actor: noor, command: 'join', after: 0, again: false })
  const before = await eventsOf(store, ID)
  await store.own(ROOM.id, 'another', await store.owner(ROOM.id))
  const hand: Asked = { actor: noor, command: { type: 'raiseHand' }, after: 0, again: false }
  told.length = 0
  const answers = await Promise.all([does({ actor: mei, command: 'join', after: 0, again: false }), does(hand)])
  expect([...answers, await does(hand)].map((no) => no?.refusal)).toEqual(['room-moved', 'room-moved', 'room-moved'])
  expect(told).toEqual([])
  expect(lost()).toBe(1)
  expect(await eventsOf(store, ID)).toEqual(before)
  // What was decided in memory was never so.
  expect([actor.session.hands.size, actor.session.people.size]).toEqual([0, 1])
  await actor.close()
})

test('[KEEP-6] who asks to come in right behind the deletion of their data does not, inside or just gone', async () => {
  for (const leaves of [false, true]) {
    const { actor } = await given()
    for (const person of [hana, noor]) await actor.ask(person.id, { type: 'join', page: pageOf(person) })
    const before = [
      actor.ask(hana.id, { type: 'setAccess', access: 'request' }),
      ...(leaves ? [actor.ask(noor.id, { type: 'leave' })] : []),
      actor.put({ type: 'deleteData', person: noor.id }),
    ]
    expect(await actor.ask(noor.id, { type: 'join', page: pageOf(noor) })).toEqual({ refusal: 'no-entry' })
    await Promise.all(before)
    expect(actor.session.people.has(noor.id)).toBe(false)
  }
})

test('[LOG-1] nobody looks at what is not stored yet', async () => {
  const inner = memoryStore()
  let release = () => {}
  const store: Store = {
    ...inner,
    async append(...args) {
      await new Promise<void>((go) => (release = go))
      return await inner.append(...args)
    },
  }
  const { actor, does } = await given(store)
  const joined = does({ actor: noor, command: 'join', after: 0, again: false })
  await expect.poll(() => actor.session.people.size).toBe(1)
  let seen: number | null = null
  actor.whenStored(({ people }) => (seen = people.size))
  await Promise.resolve()
  expect(seen).toBeNull()
  release()
  await joined
  expect(seen).toBe(1)
  actor.whenStored(({ hands }) => (seen = hands.size))
  expect(seen).toBe(0)
  await actor.close()
})
