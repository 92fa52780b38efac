import { expect, test } from 'vitest'
import { does, given, ON_STAGE } from '../../../../test/rules/given.ts'
import { welcomeTo } from '../../../../test/client/manual-transport.ts'
import { amara, hana, kwame, mei, noor } from '../../../../test/rules/people.ts'
import type { Command } from '../../../protocol/commands.ts'
import { beforeOf, deliveryOf } from '../../../rules/audience/audience.ts'
import { decide } from '../../../rules/decide.ts'
import { evolve } from '../../../rules/evolve.ts'
import type { Actor } from '../../../rules/outcome.ts'
import { systemMessagesOf, linesBetween } from './system-messages.ts'
import { before, evolved, welcomed } from '../reducer.ts'
import type { Call, Follower } from '../call-state.ts'

/** A page that Mei opens after some acts, and what is done while she is there. */
function page(...first: [Actor, Command][]) {
  const session = given('interactive', hana, kwame, amara, noor, mei)
  for (const [who, command] of first) does(session, who, command)
  const followers: Follower[] = []
  const call = {
    state: welcomed(before(), welcomeTo(session, mei), 0),
    follow: (each: Follower) => followers.push(each),
  }
  const systemMessages = systemMessagesOf(call as unknown as Call)
  return {
    happens: (who: Actor, command: Command) => {
      const outcome = decide(session, who, command, 1)
      for (const event of Array.isArray(outcome) ? outcome : []) {
        const was = beforeOf(session, event)
        for (const each of deliveryOf(evolve(session, event), event, was).everyone) {
          call.state = evolved(call.state, each)
          for (const follower of followers) follower.onEvent(each)
        }
      }
    },
    again: () => {
      call.state = welcomed(call.state, welcomeTo(session, mei), 0)
      for (const follower of followers) follower.onReset()
    },
    lines: () =>
      linesBetween(systemMessages.all, -Infinity, Infinity).map(({ kind, names }) => [kind, ...names].join(' ')),
    numbers: () => linesBetween(systemMessages.all, -Infinity, Infinity).map(({ n }) => n),
  }
}
const OFF: Command = { type: 'leaveStage' }

test('[CHAT-20] who came on and who left stands in one line each, with those who were there before', () => {
  const { happens, lines } = page([hana, ON_STAGE])
  happens(amara, ON_STAGE)
  happens(noor, ON_STAGE)
  happens(noor, OFF)
  happens(amara, { type: 'leave' })
  expect(lines()).toEqual(['came-on Hana Weber Amara Okafor Noor Rahimi', 'left-stage Noor Rahimi Amara Okafor'])
})

test('[CHAT-20] who does something to the whole chat is named', () => {
  const { happens, lines } = page()
  happens(kwame, { type: 'pauseChat', on: true })
  happens(kwame, { type: 'pauseChat', on: false })
  happens(hana, { type: 'setSlowMode', seconds: 30 })
  expect(lines()).toEqual(['paused Kwame Mensah', 'opened Kwame Mensah', 'slow Hana Weber'])
})

test('[CHAT-20] a welcome in between says nothing twice', () => {
  const { happens, again, lines } = page([hana, ON_STAGE])
  happens(amara, ON_STAGE)
  again()
  happens(hana, OFF)
  expect(lines()).toEqual(['came-on Hana Weber Amara Okafor', 'left-stage Hana Weber'])
})

test('[CHAT-20] lines of the same kind and moment are told apart, also after a welcome in between', () => {
  const { happens, again, numbers } = page()
  for (const command of [ON_STAGE, OFF, ON_STAGE, OFF]) happens(noor, command)
  again()
  happens(noor, ON_STAGE)
  expect(new Set(numbers()).size).toBe(5)
})

test('[CHAT-20] a line stands between the messages before and after it', () => {
  const at = (time: number) => ({ n: 10 * time, kind: 'came-on' as const, at: time, name: `No. ${time}` })
  const between = linesBetween([at(1), at(5), at(6), at(9)], 5, 9)
  expect(between).toEqual([{ n: 50, kind: 'came-on', at: 5, names: ['No. 5', 'No. 6'] }])
})
