import { expect, test, vi } from 'vitest'
import { graphemesOf } from '../../i18n/graphemes.ts'
import { initialsOf } from './initials.ts'

const SIGNS = ['é', 'e\u0301', '👩‍👩‍👧', '👍🏽', '🇩🇪', '🇫🇷', '❤️', '👨‍⚕️', 'נֹ', 'ก็', ' ', 'Z', '한', '𝒜', '①']

function withoutSegmenter<T>(look: () => T): T {
  vi.stubGlobal('Intl', { ...Intl, Segmenter: undefined })
  Reflect.deleteProperty(Intl, 'Segmenter')
  try {
    return look()
  } finally {
    vi.unstubAllGlobals()
  }
}

test('[TILE-3] initials are the first letters of the first and the last word', () => {
  const names = ['Hana Weber', 'mei', 'Ana de la Cruz', '👩‍👩‍👧 Weber', 'נועה רחימי', '(Tom) Becker', 'Ana Silva (2)', '—']
  const initials = ['HW', 'M', 'AC', '👩‍👩‍👧W', 'נר', 'TB', 'AS', '—']
  expect(names.map(initialsOf)).toEqual(initials)
  expect(withoutSegmenter(() => names.map(initialsOf))).toEqual(initials)
})

test('[DEVICE-9] a browser that cannot tell signs apart by itself shows them whole too', () => {
  expect(withoutSegmenter(() => 'Segmenter' in Intl)).toBe(false)
  expect(graphemesOf(SIGNS.join(''))).toEqual(SIGNS)
  expect(withoutSegmenter(() => graphemesOf(SIGNS.join('')))).toEqual(SIGNS)
  expect(withoutSegmenter(() => graphemesOf('\u0301\u200D'))).not.toEqual([])
})
