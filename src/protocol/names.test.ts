import { expect, test } from 'vitest'
import { initialsOf, NAME_MAX, readName } from './names.ts'

test('[NAME-1] spaces are put in order and nothing invisible stays', () => {
  expect(readName('  Hana \t Weber\n')).toEqual({ name: 'Hana Weber' })
  expect(readName('Hana\u202Ereversed\u0000')).toEqual({ name: 'Hana reversed' })
})

test('[NAME-1] right-to-left names and emoji are names like any other', () => {
  for (const name of ['נועה רחימי', 'مريم العلي', '田中 芽衣', '👩‍👩‍👧 Weber', 'Zoë', '🎤'])
    expect(readName(name)).toEqual({ name })
})

test('[NAME-2] an empty or invisible name is none, and one of 101 characters is too long', () => {
  for (const typed of ['', '   ', '\u200D', '\u202E\u2066']) expect(readName(typed)).toEqual({ fault: 'name-empty' })
  expect(readName('é'.repeat(NAME_MAX))).toEqual({ name: 'é'.repeat(NAME_MAX) })
  expect(readName('x'.repeat(NAME_MAX + 1))).toEqual({ fault: 'name-long' })
  expect(readName('x'.repeat(10_000))).toEqual({ fault: 'name-long' })
})

test('[TILE-3] initials are the first letters of the first and the last word', () => {
  expect(['Hana Weber', 'mei', 'Ana de la Cruz', '👩‍👩‍👧 Weber', 'נועה רחימי', '(Tom) Becker'].map(initialsOf)).toEqual([
    'HW',
    'M',
    'AC',
    '👩‍👩‍👧W',
    'נר',
    'TB',
  ])
})
