import { expect, test } from 'vitest'
import * as v from 'valibot'
import { readMessage, TypedText } from './messages.ts'
import { NAME_MAX, readName, readReason, Typed } from './names.ts'

test('[NAME-1] spaces are put in order and nothing invisible stays', () => {
  expect(readName('  Hana \t Weber\n')).toEqual({ name: 'Hana Weber' })
  expect(readName('Hana\u202E reversed\u0000')).toEqual({ name: 'Hana reversed' })
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

test('[NAME-2] signs that are drawn as nothing are no name, nor a reason', () => {
  const blanks = [
    '\u3164',
    '\u115F',
    '\u1160',
    '\uFFA0',
    '\u2800',
    '\u00AD',
    '\u034F',
    '\u180E',
    '\u{E0041}',
    '\uFE0F',
    '\u0301',
  ]
  for (const blank of blanks) {
    expect(readName(blank), blank.codePointAt(0)?.toString(16)).toEqual({ fault: 'name-empty' })
    expect(readName(` ${blank.repeat(3)}\u200D `)).toEqual({ fault: 'name-empty' })
    expect(readReason(blank)).toBe('')
  }
})

test('[NAME-1] what cannot be seen within a name goes: two that look alike are the same', () => {
  const hidden = [
    '\u00AD',
    '\u034F',
    '\u180E',
    '\u{E0041}',
    '\u200B',
    '\u2060',
    '\uFEFF',
    '\u061C',
    '\u202E',
    '\u200C',
    '\u200D',
    '\uFE0E',
  ]
  for (const sign of hidden)
    expect(readName(`A${sign}na${sign} Lima${sign}`), sign.codePointAt(0)?.toString(16)).toEqual({ name: 'Ana Lima' })
  expect(readName('Ana\u3164Lima\u2800')).toEqual({ name: 'Ana Lima' })
})

test('[NAME-1] joiners and variations stay where letters and emoji change by them', () => {
  for (const name of [
    'می\u200Cخواهم',
    'क्\u200Dष',
    '👩\u200D👩\u200D👧',
    '❤\uFE0F',
    '葛\u{E0100}城',
    '👍🏽',
    '1\uFE0F\u20E3',
  ])
    expect(readName(name)).toEqual({ name })
})

test('[NAME-1] of marks on one letter eight stay', () => {
  expect(readName(`Z${'\u0335'.repeat(99)}algo`)).toEqual({ name: `Z${'\u0335'.repeat(8)}algo` })
  expect(readName('Nguyễn Thị Phượng'.normalize('NFD'))).toEqual({ name: 'Nguyễn Thị Phượng' })
})

test('a text is measured before any work is done on it', () => {
  const pile = `a${'\u0315\u0334'.repeat(30_000)}`
  expect(readName(pile)).toEqual({ fault: 'name-long' })
  expect(readReason(pile)).toBeNull()
  expect(readMessage(pile)).toEqual({ fault: 'message-long' })
  expect(v.safeParse(Typed, pile).success).toBe(false)
  expect(v.safeParse(TypedText, pile).success).toBe(false)
})
