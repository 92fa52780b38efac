import { expect, test } from 'vitest'
import { amara, hana, kwame, mei, noor } from '../../../../../test/rules/people.ts'
import { does, given, ON_STAGE } from '../../../../../test/rules/given.ts'
import { stageOf } from '../../../../rules/session/session.ts'
import { mainOf, orderOf } from './tile-order.ts'

test('[LAYOUT-5] hosts first, then in the order of coming, oneself last', () => {
  const session = given('interactive', hana, kwame, amara, noor)
  for (const who of [noor, amara, hana, kwame]) does(session, who, ON_STAGE)
  expect(orderOf([], stageOf(session), amara.id)).toEqual([hana.id, noor.id, kwame.id, amara.id])
  expect(orderOf([], stageOf(session), mei.id)).toEqual([hana.id, noor.id, amara.id, kwame.id])
})

test('[LAYOUT-5] the order is kept when a host comes late, and made anew when somebody leaves', () => {
  const session = given('interactive', hana, amara, noor, mei)
  for (const who of [noor, amara]) does(session, who, ON_STAGE)
  const first = orderOf([], stageOf(session), null)
  does(session, hana, ON_STAGE)
  const second = orderOf(first, stageOf(session), null)
  expect(second).toEqual([noor.id, amara.id, hana.id])
  does(session, noor, { type: 'leaveStage' })
  expect(orderOf(second, stageOf(session), null)).toEqual([hana.id, amara.id])
})

test('[LAYOUT-5] who comes while oneself is on stage stands before oneself', () => {
  const session = given('interactive', amara, noor, mei)
  for (const who of [noor, mei]) does(session, who, ON_STAGE)
  const before = orderOf([], stageOf(session), mei.id)
  does(session, amara, ON_STAGE)
  expect(orderOf(before, stageOf(session), mei.id)).toEqual([noor.id, amara.id, mei.id])
})

test('[LAYOUT-4] one’s own choice, then what is shared, then what was set for everybody', () => {
  expect(mainOf(['a', 'b'], ['share'], 'a', 'b')).toBe('a')
  expect(mainOf(['a', 'b'], ['share'], null, 'b')).toBe('share')
  expect(mainOf(['a', 'b'], [], null, 'b')).toBe('b')
  expect(mainOf(['a', 'b'], [], 'gone', 'gone')).toBeNull()
})
