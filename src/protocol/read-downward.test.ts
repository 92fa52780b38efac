import { expect, test } from 'vitest'
import { readDownward } from './read-downward.ts'

const at = 5
const person = 'ana'.padEnd(22, '_')
const read = (frame: unknown) => readDownward(JSON.stringify(frame))

test('of a newer server what is known is heard, and the rest is left out', () => {
  const left = { type: 'left', at, person, why: 'self' }
  const events = [{ type: 'danced', at, person }, { ...left, gracefully: true }, null]
  expect(read({ type: 'told', events, mood: 'fine' })).toEqual({ type: 'told', events: [left] })
  expect(read({ type: 'media', up: true, since: at })).toEqual({ type: 'media', up: true })
  expect(read({ type: 'applause', loud: true })).toBe('unknown')
})

test('an answer in words of a newer server ends what was asked, and not the connection', () => {
  const no = { type: 'refused', ask: 3, refusal: 'bad-request' }
  expect(read({ type: 'refused', ask: 3, refusal: 'moon-full' })).toEqual(no)
  const acts = [{ by: 'Hana Weber', about: '', event: { type: 'danced', at } }]
  expect(read({ type: 'found', ask: 3, found: { type: 'acts', acts } })).toEqual(no)
})

test('what nobody can have said is nothing', () => {
  for (const frame of [null, 7, {}, { type: 'media' }, { type: 'told', events: 1 }]) expect(read(frame)).toBeNull()
  expect(readDownward('{')).toBeNull()
})
