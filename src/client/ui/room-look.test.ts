import { expect, test } from 'vitest'
import { accentColours } from './room-look.ts'

test('[ROOM-11] a colour takes the place of ours in both appearances, and what is no colour of none', () => {
  const colours = accentColours('#7a1f5c')
  expect(Object.keys(colours)).toHaveLength(6)
  expect(colours['--accent']).toMatch(/^light-dark\(#7a1f5c, /)
  for (const no of ['', 'red', '#fff', '#7a1f5c;}', 'url(https://evil.example)']) expect(accentColours(no)).toEqual({})
})
