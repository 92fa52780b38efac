import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { Language } from '../../protocol/language.ts'
import { register, emptyRoster, unregister, windowOf } from './roster.ts'
import { searchKey } from './search-key.ts'

const NAMES = [
  'Ana',
  'ana',
  'Zoë',
  'Zoe',
  'Ángel',
  'mei',
  'Noor',
  'Ñuno',
  'Nz',
  'נועה',
  'あい',
  'アイ',
  '田中',
  'Øyvind',
  '',
]

/** The names of a list as somebody reads it. */
function read(language: Language, names: readonly string[]): string[] {
  const roster = emptyRoster()
  for (const [n, name] of names.entries()) register(roster, { id: String(n).padStart(3, '0'), name })
  const { ids } = windowOf(roster, { language, search: '', from: 0, limit: 100 }, [])
  return ids.map((id) => names[Number(id)] ?? '')
}

test('[AUDIENCE-7] the list is in the order of the reader’s language', () => {
  const names = ['Zoë', 'נועה', 'Ñuno', 'Nz', 'Łukasz', 'Lz', 'Guest 10', 'Guest 2', 'ángel', 'Bob']
  const latin = ['ángel', 'Bob', 'Guest 2', 'Guest 10', 'Łukasz', 'Lz', 'Ñuno', 'Nz', 'Zoë']
  expect(read('en', names)).toEqual([...latin, 'נועה'])
  expect(read('he', names)).toEqual(['נועה', ...latin])
  expect(read('es', ['Ñuno', 'Nz', 'Ona'])).toEqual(['Nz', 'Ñuno', 'Ona'])
  expect(read('de', ['Ñuno', 'Nz', 'Ona'])).toEqual(['Ñuno', 'Nz', 'Ona'])
  expect(read('ja', ['田中', 'アキ', 'いま', 'Bob'])).toEqual(['Bob', 'アキ', 'いま', '田中'])
})

test('[AUDIENCE-5] whoever comes and goes, a window shows what sorting all would, to readers of two languages', () => {
  const step = fc.record({ n: fc.nat(30), comes: fc.boolean() })
  const search = fc.constantFrom('', 'a', 'zo', 'EI', 'ñ', 'x')
  const look = fc.record({ search, language: fc.constantFrom(...Language.options), from: fc.nat(12), limit: fc.nat(8) })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 80 }), look, fc.array(fc.nat(30)), look, (steps, wish, out, before) => {
      const roster = emptyRoster()
      const inside = new Map<string, { id: string; name: string }>()
      for (const { n, comes } of steps) {
        const person = { id: `person-${n}`, name: `${NAMES[n % NAMES.length]}` }
        if (comes && !inside.has(person.id)) register(roster, person)
        if (comes) inside.set(person.id, person)
        else unregister(roster, person)
        if (!comes) inside.delete(person.id)
        // From the first look on the order of that language is kept.
        windowOf(roster, before, [])
      }
      const without = [...new Set(out)].flatMap((n) => inside.get(`person-${n}`) ?? [])
      const found = windowOf(roster, wish, without)
      const { compare } = new Intl.Collator(wish.language, { numeric: true })
      const all = [...inside.values()]
        .filter(({ name }) => searchKey(name).includes(searchKey(wish.search)))
        .filter(({ id }) => !without.some((each) => each.id === id))
        .toSorted((a, b) => compare(a.name, b.name) || (a.id < b.id ? -1 : 1))
      const ids = all.slice(wish.from, wish.from + wish.limit).map(({ id }) => id)
      expect(found).toEqual({ total: all.length, ids })
    }),
  )
})
