import { expect, test } from 'vitest'
import { does, given, ON_STAGE } from '../../../../test/rules/given.ts'
import { noor } from '../../../../test/rules/people.ts'
import { viewFor } from '../../../rules/audience/audience.ts'
import { fromView } from '../../../rules/session/from-view.ts'
import { lostWhileAway } from './rejoin.ts'
import { before as nothing } from '../reducer.ts'
import type { CallState } from '../call-state.ts'

/** The state of Noor's page, inside or at the door. */
function state(inside: boolean, what: Partial<CallState> = {}, doing: Parameters<typeof does>[2][] = []): CallState {
  const session = given('interactive', ...(inside ? [noor] : []))
  for (const command of doing) does(session, noor, command)
  const known = fromView(viewFor(session, noor.id), noor.id)
  return { ...nothing(), you: noor, inside, session: known, me: known.people.get(noor.id) ?? null, ...what }
}

test('[PRESENCE-7] who was inside and is found outside comes back, and knows what it has cost', () => {
  expect(lostWhileAway(state(true), state(false))).toEqual({ hand: false, stage: false })
  const busy = state(true, {}, [ON_STAGE, { type: 'raiseHand' }])
  expect(lostWhileAway(busy, state(false))).toEqual({ hand: true, stage: true })
  expect(lostWhileAway(busy, state(false, { door: 'locked' }))).toEqual({ hand: true, stage: true })
})

test('[PRESENCE-7] nobody comes back who was not inside, is inside, left, was removed, waits, or has nothing to come back to', () => {
  expect(lostWhileAway(state(false), state(false))).toBeNull()
  expect(lostWhileAway(state(true), state(true))).toBeNull()
  expect(lostWhileAway(state(true), state(false, { left: 'self' }))).toBeNull()
  expect(lostWhileAway(state(true), state(false, { door: 'removed' }))).toBeNull()
  expect(lostWhileAway(state(true), state(false, { door: 'waiting' }))).toBeNull()
  const ended = state(false)
  ended.session.endedAt = 1
  expect(lostWhileAway(state(true), ended)).toBeNull()
  const next = state(false)
  next.session.id = 'another'.padEnd(22, '_')
  expect(lostWhileAway(state(true), next)).toBeNull()
})
