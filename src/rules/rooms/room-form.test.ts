import { expect, test } from 'vitest'
import { accentFault, contrastWithWhite } from './accent.ts'
import { readForm } from './room-form.ts'

const typed = {
  name: 'Physics 101',
  description: '',
  tags: [] as string[],
  early: 15,
  brand: { accent: '', waitingText: '', leaveTo: '' },
}
const reads = (given: Partial<typeof typed>) => readForm({ ...typed, ...given })
const brand = (given: Partial<(typeof typed)['brand']>) => ({ brand: { ...typed.brand, ...given } })

test('[ROOM-5] what is typed is kept tidy: tags once each, a colour in small letters', () => {
  const read = reads({
    name: '  Physics   101 ',
    tags: [' waves ', 'Waves', '', 'wëek  9'],
    ...brand({ accent: ' #0D6A44 ', leaveTo: ' https://school.example/thanks?from=room#top ' }),
  })
  expect(read).toEqual({
    ...typed,
    name: 'Physics 101',
    tags: ['Waves', 'wëek 9'],
    brand: { accent: '#0d6a44', waitingText: '', leaveTo: 'https://school.example/thanks?from=room#top' },
  })
})

test.for([
  ['name-empty', { name: ' ' }],
  ['name-long', { name: 'x'.repeat(101) }],
  ['description-long', { description: 'x'.repeat(5_001) }],
  ['description-long', { description: 'x'.repeat(1_000_000) }],
  ['tags-many', { tags: Array.from({ length: 11 }, (_, n) => `tag ${n}`) }],
  ['tags-many', { tags: Array.from({ length: 10_000 }, () => 'tag') }],
  ['tag-long', { tags: ['x'.repeat(41)] }],
  ['early-wrong', { early: -1 }],
  ['early-wrong', { early: 121 }],
  ['early-wrong', { early: 1.5 }],
  ['early-wrong', { early: NaN }],
  ['accent-wrong', brand({ accent: 'green' })],
  ['accent-wrong', brand({ accent: '#0d6a44;background:url(//evil.example)' })],
  ['accent-faint', brand({ accent: '#ffe000' })],
  ['waiting-text-long', brand({ waitingText: 'x'.repeat(301) })],
  ['address-wrong', brand({ leaveTo: 'javascript:alert(1)' })],
  ['address-wrong', brand({ leaveTo: 'data:text/html,hi' })],
  ['address-wrong', brand({ leaveTo: '//evil.example' })],
  ['address-wrong', brand({ leaveTo: 'https://school.example@evil.example/' })],
  ['address-wrong', brand({ leaveTo: 'https://' })],
  ['address-wrong', brand({ leaveTo: 'https://school.example/ <script>' })],
  ['address-wrong', brand({ leaveTo: `https://school.example/${'x'.repeat(500)}` })],
] as const)('[ROOM-5] [ROOM-6] it is refused with %s', ([fault, given]) => {
  expect(reads(given as Partial<typeof typed>)).toEqual({ fault })
})

test('[ROOM-6] white text on an accent can be read', () => {
  expect(contrastWithWhite('#000000')).toBeCloseTo(21)
  expect(contrastWithWhite('#ffffff')).toBeCloseTo(1)
  // The lightest grey that passes, by WCAG's own examples, and the first that does not.
  expect([accentFault('#767676'), accentFault('#777777'), accentFault('')]).toEqual([null, 'accent-faint', null])
})
