import { expect, test } from 'vitest'
import { arrivedIn, idOf, shownOf } from './device-choice.ts'
import type { DeviceOption } from './device-state.ts'

const option = (id: string, label = id, group = ''): DeviceOption => ({ id, label, group })
const chosen = (id: string, label = id) => ({ id, label })
const OURS = option('', '')
const CHROMIUMS = option('default', 'Default - Inside')

test('[DEVICE-11] a choice is found by its id, else by its name, and by none of two of one name', () => {
  const good = [option('a'), option('b', 'Good one')]
  expect(idOf(null, good)).toBeNull()
  expect(idOf(chosen('a'), good)).toBe('a')
  expect(idOf(chosen('z', 'Good one'), good)).toBe('b')
  expect(idOf(chosen('z', 'Good one'), [...good, option('c', 'Good one')])).toBe('z')
  expect(idOf(chosen('z', ''), [option('a', '')])).toBe('z')
  // Before anything was allowed a browser names nothing.
  expect(idOf(chosen('z', 'Good one'), [])).toBe('z')
  expect(idOf(chosen('', ''), good)).toBeNull()
})

test('[DEVICE-15] the system’s entry is the chosen one where nothing was chosen, or where it was', () => {
  for (const system of [OURS, CHROMIUMS]) {
    const options = [system, option('a'), option('b')]
    expect(shownOf(null, null, options)).toBe(system.id)
    expect(shownOf(chosen(system.id), 'b', options)).toBe(system.id)
    expect(shownOf(chosen('b'), 'b', options)).toBe('b')
    expect(shownOf(chosen('gone'), 'a', options)).toBe('a')
    expect(shownOf(chosen('gone'), null, options)).toBe(system.id)
  }
  expect(shownOf(null, 'default', [CHROMIUMS, option('a')])).toBe('default')
  expect(shownOf(null, 'a', [OURS, option('a'), option('b')])).toBe('')
  // What a browser's own question was answered with is no default.
  expect(shownOf(null, 'b', [OURS, option('a'), option('b')])).toBe('b')
  expect(shownOf(null, 'a', [CHROMIUMS, option('a')])).toBe('a')
})

test('a kind without an entry of the system’s shows what is used, and nothing where nothing is', () => {
  expect(shownOf(null, 'c1', [option('c1'), option('c2')])).toBe('c1')
  expect(shownOf(chosen('c2'), null, [option('c1'), option('c2')])).toBe('c2')
  expect(shownOf(null, null, [option('c1')])).toBeNull()
})

test('[DEVICE-12] what is new is named, as one thing where it has several devices, and not by the names of others', () => {
  const before = { camera: [], microphone: [CHROMIUMS, option('m1')], speaker: [OURS, option('s1')] }
  const now = {
    camera: [option('c1', '')],
    microphone: [CHROMIUMS, option('communications', 'Communications'), option('m1'), option('m2', 'Headset', 'h')],
    speaker: [OURS, option('s1'), option('s2', 'Earphones', 'h'), option('s3', 'Telly', 't')],
  }
  expect(arrivedIn(before, now)).toEqual([
    { name: 'Headset', ids: { microphone: 'm2', speaker: 's2' } },
    { name: 'Telly', ids: { speaker: 's3' } },
  ])
  expect(arrivedIn(now, before)).toEqual([])
})
