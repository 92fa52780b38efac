import { expect, test } from 'vitest'
import { Refusal } from '../../protocol/refusals.ts'
import { core } from './en/core.ts'

test('every refusal is said in words of its own', () => {
  const said = Refusal.options.map((refusal) => core.refusal[refusal])
  for (const sentence of said) expect(sentence).toMatch(/^[A-Z].{12,}\.$/)
  expect(new Set(said).size).toBe(said.length)
})
