import { expect, test } from 'vitest'
import type { Event } from '../../protocol/events.ts'
import { amara, hana, kwame, mei, noor, tom } from '../../../test/rules/people.ts'
import { does, given, ON_STAGE } from '../../../test/rules/given.ts'
import {
  audienceOf,
  beforeOf,
  findViewers,
  FIRST_HANDS,
  numbersOf,
  PART,
  partsFor,
  placesIn,
  deliveryOf,
  viewFor,
} from './audience.ts'
import { decide } from '../decide.ts'
import { EVENTS } from '../events-table.ts'
import { evolve } from '../evolve.ts'
import { fromView, withPart } from '../session/from-view.ts'
import { grantOf } from '../stage/grants.ts'
import { isRejection } from '../outcome.ts'
import type { Session } from '../session/session.ts'

function tells(session: Session, ...[who, command]: [typeof hana | typeof noor, Parameters<typeof decide>[2]]) {
  const outcome = decide(session, who, command, 1)
  if (isRejection(outcome)) throw new Error(outcome.refusal)
  return outcome.map((event) => {
    const before = beforeOf(session, event)
    evolve(session, event)
    return deliveryOf(session, event, before)
  })
}
const types = (events: Event[]) => events.map((event) => event.type)

test('[AUDIENCE-1] everybody knows those on stage and those who run the room, and nobody else', () => {
  const session = given('interactive', hana, kwame, amara, noor, mei)
  does(session, amara, ON_STAGE)
  const known = viewFor(session, mei.id).people.map((person) => person.id)
  expect(known.toSorted()).toEqual([amara, hana, kwame, mei].map((who) => who.id).toSorted())
})

test('[ENTER-2] at the door nobody is named', () => {
  expect(viewFor(given('interactive', hana), noor.id)).toMatchObject({ name: 'Harbour library', people: [], hands: [] })
})

test('[AUDIENCE-1] a viewer who joins is told to nobody; one who comes on stage is introduced to all', () => {
  const session = given('interactive', hana, noor)
  const joins = tells(session, mei, { type: 'join', page: 'p'.repeat(22) })
  expect(joins.flatMap((delivery) => [...delivery.everyone, ...delivery.moderators])).toEqual([])
  const [comes] = tells(session, mei, ON_STAGE)
  expect(types(comes?.everyone ?? [])).toEqual(['met', 'cameOnStage'])
})

test('[AUDIENCE-3] [AUDIENCE-6] a hand and an invitation are told to who runs the room and to their person alone', () => {
  const session = given('webinar', hana, noor, mei)
  const [raised] = tells(session, noor, { type: 'raiseHand' })
  expect([types(raised?.everyone ?? []), types(raised?.moderators ?? [])]).toEqual([[], ['met', 'handRaised']])
  const [asked] = tells(session, hana, { type: 'invite', person: noor.id })
  expect([types(asked?.everyone ?? []), types(asked?.own?.events ?? [])]).toEqual([[], ['invited']])
  expect(viewFor(session, mei.id).people.some((person) => person.invitation)).toBe(false)
})

test('[AUDIENCE-4] a person knows the own hand and invitation after coming back', () => {
  const session = given('webinar', hana, noor, mei)
  does(session, mei, { type: 'raiseHand' })
  does(session, noor, { type: 'raiseHand' })
  does(session, hana, { type: 'invite', person: noor.id })
  const view = viewFor(session, noor.id)
  expect(view.hands.map((hand) => hand.person)).toEqual([noor.id])
  expect(view.people.find((person) => person.id === noor.id)?.invitation?.by).toBe(hana.id)
})

test('[AUDIENCE-2] everybody is told numbers and the first ten hands', () => {
  const crowd = Array.from({ length: 14 }, (_, n) => ({ ...noor, id: `noor${n}`.padEnd(22, '_') }))
  const session = given('interactive', hana, ...crowd)
  for (const who of crowd) does(session, who, { type: 'raiseHand' })
  const audience = audienceOf(session)
  expect(audience).toMatchObject({ viewers: 15, onStage: 0, hands: 14 })
  expect(audience.heads.map((head) => head.person)).toEqual(crowd.slice(0, FIRST_HANDS).map((who) => who.id))
})

test('[AUDIENCE-6] not even the invitation of who runs the room is known to others', () => {
  const session = given('webinar', hana, kwame, noor)
  does(session, hana, { type: 'invite', person: kwame.id })
  const seen = (by: string) => viewFor(session, by).people.find(({ id }) => id === kwame.id)?.invitation ?? null
  expect([seen(noor.id), seen(kwame.id)?.by, seen(hana.id)?.by]).toEqual([null, hana.id, hana.id])
})

test('[REMOVE-5] for everybody else, who was removed has left', () => {
  const session = given('webinar', hana, kwame, noor)
  does(session, hana, { type: 'invite', person: noor.id })
  does(session, noor, ON_STAGE)
  const [removed] = does(session, hana, { type: 'removeFromRoom', person: noor.id, lasting: false })
  if (!removed) throw new Error('nobody was removed')
  const delivery = deliveryOf(session, removed, { everyone: true, moderators: true, isBackstage: false })
  expect(delivery.everyone).toMatchObject([{ type: 'left', person: noor.id }])
  expect([delivery.moderators, delivery.own?.events]).toEqual([[removed], [removed]])
})

test('[AUDIENCE-5] the viewers are looked up by name, a window at a time, without the others’ invitations', () => {
  const session = given('webinar', hana, noor, mei)
  does(session, hana, { type: 'invite', person: mei.id })
  const asked = (who: typeof hana | typeof noor, search: string) => {
    const asker = session.people.get(who.id)
    if (!asker) throw new Error('not inside')
    return findViewers(session, asker, { type: 'viewers', language: 'en', search, from: 0, limit: 2 })
  }
  expect(asked(noor, '')).toMatchObject({ total: 3, rows: [{ id: hana.id }, { id: mei.id, invitation: null }] })
  expect(asked(hana, ' MEI ')).toMatchObject({ total: 1, rows: [{ id: mei.id, invitation: { by: hana.id } }] })
})

test('[MEDIA-1] [MEDIA-2] [MEDIA-4] the grant follows the place', () => {
  const session = given('interactive', hana, noor)
  expect(grantOf(session, mei.id)).toEqual({ subscribe: false, publish: [], silenced: [], offered: [], hidden: true })
  expect(grantOf(session, noor.id)).toEqual({ subscribe: true, publish: [], silenced: [], offered: [], hidden: true })
  does(session, noor, { type: 'goOnStage', microphone: false, camera: true })
  expect(grantOf(session, noor.id)).toEqual({
    subscribe: true,
    publish: ['microphone', 'camera'],
    silenced: ['microphone'],
    offered: 'everyone',
    hidden: false,
  })
  does(session, noor, { type: 'leaveStage' })
  expect(grantOf(session, noor.id)).toEqual({ subscribe: true, publish: [], silenced: [], offered: [], hidden: false })
  does(session, hana, { type: 'endSession' })
  expect(grantOf(session, noor.id).subscribe).toBe(false)
})

/** Every key and value in what somebody is shown, however deep. */
function leaves(value: unknown, path = ''): [string, unknown][] {
  if (typeof value !== 'object' || value === null) return [[path, value]]
  return Object.entries(value).flatMap(([key, each]) => leaves(each, `${path}.${key}`))
}

test('[ENTER-2] [END-3] what the door is shown is built for it: nothing in it changes with who is inside and what they do', () => {
  const quiet = given('interactive', hana)
  const busy = given('interactive', hana, kwame, amara, noor, mei)
  for (const [who, command] of [
    [amara, ON_STAGE],
    [hana, { type: 'setMainCamera', person: amara.id, on: true }],
    [hana, { type: 'startShare', sound: true, instead: null }],
    [noor, { type: 'raiseHand' }],
    [mei, { type: 'raiseHand' }],
    [hana, { type: 'moveHand', person: mei.id, before: noor.id }],
    [hana, { type: 'turnOffAll', source: 'camera', lock: true }],
    [kwame, { type: 'pauseChat', on: true }],
    [hana, { type: 'setSlowMode', seconds: 60 }],
    [hana, { type: 'blockFromChat', person: mei.id }],
    [hana, { type: 'removeFromRoom', person: mei.id, lasting: true }],
    [hana, { type: 'invite', person: noor.id }],
  ] as const)
    does(busy, who, command)
  expect(leaves(viewFor(busy, tom.id))).toEqual(leaves(viewFor(quiet, tom.id)))
  expect(Object.keys(numbersOf(busy))).toEqual(Object.keys(audienceOf(busy)))
  expect(numbersOf(busy)).toEqual({ viewers: 3, onStage: 1, hands: 1, heads: [], moved: null })
  expect(audienceOf(busy).moved).toEqual({ by: hana.name, name: mei.name })
})

test('[END-3] who never was inside is told of the end, and neither by whom nor how many there were', () => {
  const session = given('interactive', hana, noor)
  const [ended] = tells(session, hana, { type: 'endSession' })
  expect(ended?.everyone).toMatchObject([{ type: 'sessionEnded', by: hana.id, peak: 2 }])
  expect(ended?.strangers).toMatchObject([{ type: 'sessionEnded', by: null, peak: 0 }])
  expect(viewFor(session, tom.id)).toMatchObject({ endedAt: 1, endedBy: null, endedByName: '', peak: 0, stay: null })
  expect(viewFor(session, noor.id)).toMatchObject({ endedBy: hana.id, endedByName: hana.name, peak: 2 })
})

test('[AUDIENCE-2] [REMOVE-1] a removal counts at once, like whatever else changes a number', () => {
  const session = given('interactive', hana, noor, mei)
  does(session, noor, { type: 'raiseHand' })
  does(session, mei, { type: 'raiseHand' })
  const [removed] = does(session, hana, { type: 'removeFromRoom', person: noor.id, lasting: false })
  expect(removed && EVENTS[removed.type].counts).toBe(true)
  expect(audienceOf(session)).toMatchObject({ viewers: 2, hands: 1, heads: [{ person: mei.id }] })
  expect(placesIn(session).get(mei.id)).toBe(1)
})

test('[AUDIENCE-8] of very many hands and waiters a welcome holds the first; the parts after it say the rest, as it is then', () => {
  const crowd = (of: string, many: number) =>
    Array.from({ length: many }, (_, n) => ({ id: `${of}-${n}`, name: `${of} ${n}`, role: 'participant' }) as const)
  const [raising, waiting] = [crowd('hand', 450), crowd('waiter', 450)]
  const session = given('webinar', hana, kwame, ...raising)
  for (const who of raising) does(session, who, { type: 'raiseHand' })
  does(session, hana, { type: 'lockRoom', on: true })
  waiting.forEach((who, n) => does(session, who, { type: 'join', page: 'p'.repeat(22) }, n))

  const view = viewFor(session, hana.id)
  expect([view.hands.length, view.waiting.length, view.people.length]).toEqual([PART, PART, PART + 2])
  const page = fromView(structuredClone(view), hana.id)
  const parts = partsFor(session, hana.id)
  const says = (...events: Event[]) => events.forEach((event) => evolve(page, structuredClone(event)))
  // What happens before and between the parts is told as always.
  says(...does(session, hana, { type: 'lowerHand', person: 'hand-300' }))
  says(...does(session, mei, { type: 'join', page: 'q'.repeat(22) }, 1_000))
  withPart(page, structuredClone(parts.next().value ?? NOTHING_MORE))
  says(...does(session, hana, { type: 'admit', person: 'waiter-420' }, 1_001))
  for (const part of parts) withPart(page, structuredClone(part))

  const ids = (of: Iterable<{ person: string }>) => [...of].map(({ person }) => person)
  expect(ids(page.queue)).toEqual(ids(session.queue))
  expect(ids(page.waiting.values())).toEqual(ids(session.waiting.values()))
  expect([...partsFor(session, noor.id)]).toEqual([])
  // Who is no moderator any more is shown no further part.
  const kwames = partsFor(session, kwame.id)
  expect(kwames.next().done).toBe(false)
  does(session, hana, { type: 'setRole', person: kwame.id, role: 'participant' })
  expect(kwames.next().done).toBe(true)
})

const NOTHING_MORE = { people: [], hands: [], waiting: [] }
