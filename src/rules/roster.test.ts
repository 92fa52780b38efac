import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { enrol, searchKey, strike, windowOf, type Roster } from './roster.ts'

const NAMES = ['Ana', 'ana', 'Zoë', 'Zoe', 'Ángel', 'mei', 'Noor', '']

test('[AUDIENCE-7] neither capitals nor accents count', () => {
  expect([' Zoë ', 'ZOE', 'Ángel', 'נֹעָה'].map(searchKey)).toEqual(['zoe', 'zoe', 'angel', 'נעה'])
})

test('[AUDIENCE-5] whoever comes and goes, a window shows what sorting all would', () => {
  const step = fc.record({ n: fc.nat(30), comes: fc.boolean() })
  const look = fc.record({ search: fc.constantFrom('', 'a', 'zo', 'EI', 'x'), from: fc.nat(12), limit: fc.nat(8) })
  fc.assert(
    fc.property(
      fc.array(step, { maxLength: 80 }),
      look,
      fc.array(fc.nat(30)),
      (steps, { search, from, limit }, out) => {
        const roster: Roster = []
        const inside = new Map<string, { id: string; name: string }>()
        for (const { n, comes } of steps) {
          const person = { id: `person-${n}`, name: `${NAMES[n % NAMES.length]}` }
          if (comes && !inside.has(person.id)) enrol(roster, person)
          if (comes) inside.set(person.id, person)
          else strike(roster, person)
          if (!comes) inside.delete(person.id)
        }
        const without = [...new Set(out)].flatMap((n) => inside.get(`person-${n}`) ?? [])
        const found = windowOf(roster, search, without, from, limit)
        const keyed = [...inside.values()].map(({ id, name }) => ({ id, key: searchKey(name) }))
        const all = keyed
          .filter(({ id, key }) => key.includes(searchKey(search)) && !without.some((each) => each.id === id))
          .toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.id < b.id ? -1 : 1))
        expect(found).toEqual({ total: all.length, ids: all.slice(from, from + limit).map(({ id }) => id) })
      },
    ),
  )
})
