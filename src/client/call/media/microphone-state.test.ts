import { expect, test } from 'vitest'
import { does, given, ON_STAGE } from '../../../../test/rules/given.ts'
import { welcomeTo } from '../../../../test/client/manual-transport.ts'
import { hana, noor } from '../../../../test/rules/people.ts'
import { before, evolved, welcomed } from '../reducer.ts'
import type { CallState } from '../call-state.ts'
import { microphoneState } from './microphone-state.ts'

/** What Hana knows while Noor is on stage with an open microphone, and more. */
function stateWith(more: Partial<CallState>, isAway = false): CallState {
  const session = given('interactive', hana, noor)
  for (const who of [hana, noor]) does(session, who, ON_STAGE)
  const state = welcomed(before(), welcomeTo(session, hana), 0)
  const after = isAway ? evolved(state, { type: 'connectionLost', at: 1, person: noor.id, until: 2 }) : state
  return { ...after, media: 'connected', ...more }
}

const of = (who: { id: string }, state: CallState) => microphoneState(state, state.session.people.get(who.id) ?? null)

test('[TILE-2] a microphone is on, off or speaking', () => {
  expect(of(noor, stateWith({}))).toBe('on')
  expect(of(noor, stateWith({ speaking: new Map([[noor.id, 0.5]]) }))).toBe('speaking')
  expect(microphoneState(stateWith({}), null)).toBe('off')
})

test('[TILE-4] whose connection is away is shown as off, unless heard', () => {
  expect(of(noor, stateWith({}, true))).toBe('off')
  expect(of(noor, stateWith({ speaking: new Map([[noor.id, 0.5]]) }, true))).toBe('speaking')
})

test('[TILE-4] the own microphone is off while the media are away, and not while the line to the room alone is', () => {
  for (const media of ['away', 'reconnecting'] as const) expect(of(hana, stateWith({ media }))).toBe('off')
  expect(of(hana, stateWith({ connection: 'reconnecting' }))).toBe('on')
  expect(of(noor, stateWith({ media: 'away' }))).toBe('on')
})
