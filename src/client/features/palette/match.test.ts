import { expect, test } from 'vitest'
import { distanceOf, wordsOf } from './match.ts'

const mute = { name: 'Mute', who: 'Amára Okafor', also: 'of with' }
const found = (typed: string, line = mute) => distanceOf(wordsOf(typed), line)

test('[PALETTE-2] words are found in any order, by how they begin, without their accents and capitals', () => {
  for (const typed of ['mute ama', 'AMA mute', 'okafor  mu', 'mute amára', '']) expect(found(typed), typed).toBe(0)
  expect(found('mute bo')).toBe(null)
  expect(found('unmute')).toBe(null)
})

test('[PALETTE-2] small words and other words for the same thing are found', () => {
  const lower = { name: 'Lower hand', who: 'Noor', also: 'of with down' }
  expect(found('lower hand of noor', lower)).not.toBe(null)
  expect(found('hand down', lower)).not.toBe(null)
  expect(found('hands', lower)).toBe(null)
})

test('[PALETTE-2] an act is meant by its first word, and by another word for it rather than by one that it holds', () => {
  const write = { name: 'Write privately', who: 'Mei', also: 'chat message' }
  const make = { name: 'Set as chat moderator', who: 'Mei', also: '' }
  expect(found('chat mei', write)).toBeLessThan(found('chat mei', make) ?? 0)
  expect(found('write mei', write)).toBeLessThan(found('message mei', write) ?? 0)
})

test('[PALETTE-2] a language without spaces is found in the middle of its words', () => {
  const invite = { name: 'ステージに招待', who: '美緒', also: '' }
  expect(found('招待　美', invite)).toBe(3)
  expect(found('美緒 ステージ', invite)).toBe(0)
})
