import { expect, test } from 'vitest'
import { rowsIn } from '../../scripts/emoji.mjs'
import { LANGUAGES } from '../../src/protocol/language.ts'

test('[CHAT-22] every emoji has a name of its own in every language, and the same are there in each', () => {
  const english = rowsIn('en').map(([emoji]) => emoji)
  expect(english).toContain('🚀')
  expect(english.length).toBeGreaterThan(1_500)
  for (const language of LANGUAGES) {
    const rows = rowsIn(language)
    expect(rows.map(([emoji]) => emoji)).toEqual(english)
    expect(new Set(rows.map(([, , name]) => name)).size, language).toBe(rows.length)
  }
})
