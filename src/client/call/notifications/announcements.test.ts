import { expect, test } from 'vitest'
import type { Command } from '../../../protocol/commands.ts'
import { does, given, ON_STAGE } from '../../../../test/rules/given.ts'
import { welcomeTo } from '../../../../test/client/manual-transport.ts'
import { amara, hana, kwame, mei, noor } from '../../../../test/rules/people.ts'
import { beforeOf, deliveryOf } from '../../../rules/audience/audience.ts'
import { decide } from '../../../rules/decide.ts'
import { evolve } from '../../../rules/evolve.ts'
import type { Actor } from '../../../rules/outcome.ts'
import { withAnnouncement } from './announcements.ts'
import type { Announcement } from './announcement.ts'
import { before, evolved, welcomed } from '../reducer.ts'

/** What is to be said to somebody after others’ acts and the own. */
function hears(me: Actor, ...acts: [Actor, Command][]): readonly Announcement[] {
  const session = given('interactive', hana, kwame, amara, noor, mei)
  let state = welcomed(before(), welcomeTo(session, me), 0)
  for (const [who, command] of acts) {
    const outcome = decide(session, who, command, 1)
    for (const event of Array.isArray(outcome) ? outcome : []) {
      const was = beforeOf(session, event)
      const { own, others, everyone } = deliveryOf(evolve(session, event), event, was)
      const besides = others && [...others.people].includes(me.id) ? others.events : everyone
      state = (own?.person === me.id ? own.events : besides).reduce(evolved, state)
    }
  }
  return state.announcements
}

test('who comes on stage and who leaves it is said to the others by name', () => {
  expect(hears(mei, [amara, ON_STAGE])).toEqual([{ about: amara.id, kind: 'came-on', name: 'Amara Okafor' }])
  const left: Announcement[] = [{ about: amara.id, kind: 'left-stage', name: 'Amara Okafor' }]
  expect(hears(mei, [amara, ON_STAGE], [amara, { type: 'leaveStage' }])).toEqual(left)
  expect(hears(mei, [amara, ON_STAGE], [amara, { type: 'leave' }])).toEqual(left)
})

test('where oneself is is said, with what others see and hear', () => {
  expect(hears(noor, [noor, ON_STAGE])).toEqual([{ about: 'place', kind: 'place', words: 'onStage' }])
  const quiet: Command = { type: 'turnMicrophone', on: false }
  expect(hears(noor, [noor, ON_STAGE], [noor, quiet])).toMatchObject([{ words: 'onStageMuted' }])
  expect(hears(noor, [noor, { type: 'raiseHand' }])).toMatchObject([{ words: 'hand' }])
})

test('[SAID-1] [SAID-2] what a notice says is not said twice', () => {
  const off = hears(noor, [noor, ON_STAGE], [hana, { type: 'removeFromStage', person: noor.id }])
  // Nor what was to be said before, and is not so any more.
  expect(off).toEqual([])
})

test('[SAID-1] who writes privately is said once, until it is read, and not what everybody reads', () => {
  const write = (to: Actor | null, text: string): Command => {
    return { type: 'write', text, to: to && to.id, reply: null, key: null }
  }
  const isSaid: Announcement[] = [{ about: `private ${amara.id}`, kind: 'private', name: 'Amara Okafor' }]
  expect(hears(noor, [amara, write(noor, 'Are you ready?')], [amara, write(noor, 'Or later?')])).toEqual(isSaid)
  expect(hears(mei, [amara, write(noor, 'Are you ready?')])).toEqual([])
  expect(hears(noor, [noor, write(amara, 'I am.')], [amara, write(null, 'Welcome')])).toEqual([])
})

test('[SAID-1] who shares no more is said to the others', () => {
  const share: Command = { type: 'startShare', sound: false, instead: null }
  const over: Announcement[] = [{ about: 'share', kind: 'shares-no-more', name: 'Hana Weber' }]
  expect(hears(mei, [hana, share], [hana, { type: 'stopShare', person: hana.id }])).toEqual(over)
  expect(hears(mei, [kwame, share], [hana, { ...share, instead: kwame.id }])).toEqual([
    { about: 'share', kind: 'shares', name: 'Hana Weber' },
  ])
})

test('[SAID-2] who comes back to another place hears which, and who comes back to the same hears nothing', () => {
  const session = given('interactive', hana, noor)
  const state = welcomed(before(), welcomeTo(session, noor), 0)
  expect(state.announcements).toEqual([])
  expect(welcomed(state, welcomeTo(session, noor), 0).announcements).toEqual([])
  does(session, noor, ON_STAGE)
  expect(welcomed(state, welcomeTo(session, noor), 0).announcements).toEqual([
    { about: 'place', kind: 'place', words: 'onStage' },
  ])
})

test('microphones, hands and viewers of others are not said', () => {
  const loud: Command = { type: 'turnMicrophone', on: false }
  expect(hears(mei, [noor, { type: 'raiseHand' }], [noor, { type: 'leave' }])).toEqual([])
  expect(hears(mei, [amara, ON_STAGE], [amara, loud])).toHaveLength(1)
})

test('of the same thing only the newest is left, and of a storm fifty', () => {
  const came = (n: number): Announcement => ({ about: `p${n % 100}`, kind: 'came-on', name: `Person ${n}` })
  const storm = Array.from({ length: 1_000 }, (_, n) => came(n)).reduce<readonly Announcement[]>(withAnnouncement, [])
  expect(storm).toHaveLength(50)
  expect(storm.at(-1)).toEqual(came(999))
})

test('[SHARE-2] who shares the screen is said to the others, and to that person that everybody sees it', () => {
  const share: Command = { type: 'startShare', sound: false, instead: null }
  expect(hears(mei, [hana, share])).toEqual([{ about: 'share', kind: 'shares', name: 'Hana Weber' }])
  expect(hears(hana, [hana, share])).toEqual([{ about: 'place', kind: 'place', words: 'sharing' }])
})
