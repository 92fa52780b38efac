import { expect, test } from 'vitest'
import type { Command } from '../../protocol/commands.ts'
import type { Event } from '../../protocol/events.ts'
import { does, given, ON_STAGE, pageOf } from '../../../test/rules/given.ts'
import { welcomeTo } from '../../../test/client/manual-transport.ts'
import { hana, mei, noor } from '../../../test/rules/people.ts'
import { beforeOf, deliveryOf } from '../../rules/audience/audience.ts'
import { before, onStageIn, outside, placed, evolved, welcomed, withPress } from './reducer.ts'

const at = 9

test('[ENTER-2] at the door one is known, and nobody else', () => {
  const state = welcomed(before(), welcomeTo(given('interactive', hana), noor), 4_000)
  expect(state).toMatchObject({ inside: false, me: null, you: noor, host: 'Hana Weber', clockOffset: 1_000 })
  expect(state.session).toMatchObject({ name: 'Harbour library', people: new Map() })
})

test('what is told makes of the client’s session what it made of the server’s', () => {
  const session = given('interactive', hana, noor)
  let state = welcomed(before(), welcomeTo(session, noor), 0)
  for (const event of does(given('interactive', hana, noor), noor, ON_STAGE)) state = evolved(state, event)
  const [came] = does(session, noor, ON_STAGE)
  const telling = came && deliveryOf(session, came, beforeOf(session, came))
  expect(telling?.everyone.length).toBeGreaterThan(0)
  expect(state.me).toEqual(session.people.get(noor.id))
  expect([...state.session.stage]).toEqual([noor.id])
})

test('[END-2] a page keeps its own stay, and nothing of the many who come and go', () => {
  const session = given('interactive', hana, noor)
  let state = welcomed(before(), welcomeTo(session, noor), 0)
  const up: Event = { type: 'cameOnStage', at, person: hana.id, microphone: true, camera: false, by: null }
  const gone: Event = { type: 'left', at: at + 1, person: hana.id, why: 'self' }
  for (const event of [up, { ...up, person: noor.id }, gone]) state = evolved(state, event)
  expect([...state.session.attendance.keys()]).toEqual([noor.id])
})

test('[REHEARSE-4] what bots write is nothing to be read, as far as a page knows them; what is written before and after is', () => {
  const session = given('webinar', hana)
  const bot = { ...noor, bot: true as const }
  const write = (text: string): Command => ({ type: 'write', text, to: null, reply: null, key: null })
  let state = welcomed(before(), welcomeTo(session, hana), at)
  const tell = (events: Event[]) => {
    for (const event of events) if (event.type !== 'joined') state = evolved(state, event)
  }
  tell(does(session, hana, { type: 'startRehearsal', bots: 1 }))
  tell(does(session, bot, { type: 'join', page: pageOf(bot) }))
  tell(does(session, bot, write('Bot 1')))
  expect(state.unread.size).toBe(0)
  tell(does(session, hana, { type: 'stopRehearsal' }))
  tell(does(session, mei, { type: 'join', page: pageOf(mei) }))
  tell(does(session, mei, write('Hello')))
  expect([...state.unread]).toEqual([''])
})

test('each event makes a new state', () => {
  const state = welcomed(before(), welcomeTo(given('interactive', hana, noor), noor), 0)
  const event: Event = { type: 'cameOnStage', at, person: noor.id, microphone: true, camera: false, by: null }
  const after = evolved(state, event)
  expect(after).not.toBe(state)
  expect(state.me?.place).toBe('viewer')
  expect(after.me).toMatchObject({ place: 'stage', microphone: true, camera: false })
})

test('[HAND-3] the own place in the queue goes with the hand', () => {
  const session = given('interactive', hana, noor)
  does(session, noor, { type: 'raiseHand' })
  const state = { ...welcomed(before(), welcomeTo(session, noor), 0), place: 3 }
  const after = evolved(state, { type: 'handLowered', at, person: noor.id, why: 'lowered', by: hana.id })
  expect(after.place).toBeNull()
  expect(after.notices).toEqual([{ id: 1, at, kind: 'hand-lowered', by: 'Hana Weber' }])
})

test('[PAGES-6] who was cut off looks at the files of the room again: what became of them meanwhile was told to nobody', () => {
  const session = given('interactive', hana)
  const first = welcomed(before(), welcomeTo(session, hana), 0)
  expect(welcomed(first, welcomeTo(session, hana), 0).contentChanges).toBeGreaterThan(first.contentChanges)
})

test('[LEAVE-1] who left stands outside, and knows why; who joins again does not any more', () => {
  const session = given('interactive', hana, noor)
  const state = welcomed(before(), welcomeTo(session, noor), 0)
  const after = evolved(state, { type: 'left', at, person: noor.id, why: 'self' })
  expect(after).toMatchObject({ inside: false, me: null, left: 'self' })
  expect(welcomed(after, welcomeTo(given('interactive', hana), noor), 0).left).toBe('self')
  expect(welcomed(after, welcomeTo(session, noor), 0).left).toBeNull()
})

test('[SESSION-3] the end leaves nobody inside', () => {
  const state = welcomed(before(), welcomeTo(given('interactive', hana, noor), noor), 0)
  const after = evolved(state, { type: 'sessionEnded', at, by: hana.id, peak: 2 })
  const session = { endedAt: at, endedBy: hana.id, endedByName: 'Hana Weber', peak: 2 }
  expect(after).toMatchObject({ inside: false, me: null, left: null, session })
})

test('[ACCESS-5] a question that was answered while one was away is none, and one that was asked then is one', () => {
  const session = given('webinar', hana, noor, mei)
  does(session, hana, { type: 'setAccess', access: 'request' })
  does(session, noor, { type: 'askToJoin' })
  const state = welcomed(before(), welcomeTo(session, hana), 0)
  expect(state.notices).toMatchObject([{ kind: 'asks-to-join', name: noor.name }])
  does(session, noor, { type: 'lowerHand', person: noor.id })
  does(session, mei, { type: 'askToJoin' }, at)
  expect(welcomed(state, welcomeTo(session, hana), 0).notices).toMatchObject([{ kind: 'asks-to-join', name: mei.name }])
})

test('a question that was put away is not asked again by a connection that comes back', () => {
  const session = given('webinar', hana, noor)
  does(session, hana, { type: 'setAccess', access: 'request' })
  does(session, noor, { type: 'askToJoin' })
  const state = welcomed(before(), welcomeTo(session, hana), 0)
  expect(welcomed({ ...state, notices: [] }, welcomeTo(session, hana), 0).notices).toEqual([])
})

test('[HAND-8] a new place in the queue is said aloud, and the same one is not said again', () => {
  const session = given('interactive', hana, noor)
  does(session, noor, { type: 'raiseHand' })
  const state = welcomed(before(), welcomeTo(session, noor), 0)
  const third = placed(state, { type: 'place', place: 3, wait: null })
  expect(third).toMatchObject({ place: 3, announcements: [{ kind: 'turn', place: 3 }] })
  expect(placed({ ...third, announcements: [] }, { type: 'place', place: 3, wait: 60_000 }).announcements).toEqual([])
})

test('[PRESENCE-6] a page whose place another window has keeps nothing of the room', () => {
  const state = {
    ...welcomed(before(), welcomeTo(given('interactive', hana), noor), 0),
    connection: 'replaced' as const,
  }
  expect(outside(state)).toEqual({ ...before(), connection: 'replaced', host: 'Hana Weber' })
})

/** Noor on stage, with both off, as her page sees it. */
function onStage() {
  const session = given('interactive', hana, noor)
  does(session, noor, { type: 'goOnStage', microphone: false, camera: false })
  return welcomed(before(), welcomeTo(session, noor), 0)
}
const own = ({ me, session }: ReturnType<typeof onStage>) => [me?.microphone, session.people.get(noor.id)?.microphone]
const turned = (on: boolean, by: string): Event => ({ type: 'microphoneTurned', at, person: noor.id, on, by })

test('[MUTE-7] one is on or off as one has pressed, until that is answered', () => {
  let state = withPress(onStage(), 'microphone', true)
  expect(own(state)).toEqual([true, false])
  expect(onStageIn(state).map(({ microphone }) => microphone)).toEqual([true])
  state = withPress(state, 'microphone', false)
  state = evolved(state, turned(true, noor.id))
  expect(own(state)).toEqual([false, true])
  state = withPress(evolved(state, turned(false, noor.id)), 'microphone', null)
  expect(own(state)).toEqual([false, false])
})

test('[MUTE-7] whoever else turns it off, locks it, or takes one off the stage has the last word', () => {
  const pressed = () => withPress(withPress(onStage(), 'microphone', true), 'camera', true)
  const others: [Event, (boolean | null)[]][] = [
    [turned(false, hana.id), [null, true]],
    [{ type: 'lockSet', at, person: noor.id, source: 'camera', lock: 'locked', by: hana.id }, [true, null]],
    [{ type: 'allLockSet', at, source: 'microphone', on: true, by: hana.id }, [null, true]],
    [{ type: 'leftStage', at, person: noor.id, why: 'removed', by: hana.id }, [null, null]],
    [{ type: 'left', at, person: noor.id, why: 'self' }, [null, null]],
    [{ type: 'handsCleared', at, by: hana.id }, [true, true]],
  ]
  for (const [event, left] of others) {
    const state = evolved(pressed(), event)
    expect([state.pressed.microphone, state.pressed.camera], event.type).toEqual(left)
  }
})
