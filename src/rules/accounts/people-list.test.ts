import { expect, test } from 'vitest'
import { listPeople, type Listed } from './people-list.ts'

const person = (name: string, email = `${name.toLowerCase()}@example.org`): Listed => ({
  id: name + email,
  name,
  email,
})
const NOBODY: Listed[] = []
const named = (people: Listed[]) => people.map(({ name }) => name)
const asked = { search: '', language: 'en', after: null, most: 100 } as const

test('[ACCOUNT-21] people are in the order of the reader’s language, then of their e-mail', () => {
  const people = ['Zoë', 'Øyvind', 'Anna', 'ángel', 'Ora', 'Ñora', 'Nora', 'Ärne', 'Room 10', 'Room 9'].map((name) =>
    person(name),
  )
  expect(named(listPeople(people, asked))).toEqual([
    'ángel',
    'Anna',
    'Ärne',
    'Nora',
    'Ñora',
    'Ora',
    'Øyvind',
    'Room 9',
    'Room 10',
    'Zoë',
  ])
  const letters = ['Nz', 'Ña', 'Na'].map((name) => person(name))
  expect(named(listPeople(letters, asked))).toEqual(['Na', 'Ña', 'Nz'])
  expect(named(listPeople(letters, { ...asked, language: 'es' }))).toEqual(['Na', 'Nz', 'Ña'])
  const same = [person('Mei', 'b@example.org'), person('Mei', 'a@example.org'), person('Mei', 'c@example.org')]
  expect(listPeople(same, asked).map(({ email }) => email[0])).toEqual(['a', 'b', 'c'])
})

test('[ACCOUNT-21] somebody is found by name without case and accents, and by e-mail', () => {
  const people = [
    person('Åsa Öberg', 'asa@example.org'),
    person('Łukasz', 'l_u@example.org'),
    person('Mei', 'mei@example.org'),
  ]
  const found = (search: string) => named(listPeople(people, { ...asked, search }))
  expect(found('oberg')).toEqual(['Åsa Öberg'])
  expect(found('ÖBERG')).toEqual(['Åsa Öberg'])
  expect(found('lukasz')).toEqual(['Łukasz'])
  expect(found('L_U@')).toEqual(['Łukasz'])
  expect(found('%')).toEqual([])
})

test('[ACCOUNT-21] page by page everybody is there once, whoever comes or goes meanwhile', () => {
  let people = Array.from({ length: 2_500 }, (_, n) => person(`Name ${(n * 7_919) % 2_500}`, `${n}@example.org`))
  const all = named(people).toSorted((one, other) => Number(one.slice(5)) - Number(other.slice(5)))
  const seen: Listed[] = []
  for (let page = listPeople(people, asked); page.length > 0;) {
    const after = page.at(-1) ?? null
    seen.push(...page)
    // The one at whom the page ends goes, and others come before and after.
    people = [person('Aaron', `${seen.length}@a.example`), ...people.filter(({ id }) => id !== after?.id)]
    page = listPeople(people, { ...asked, after })
  }
  expect(named(seen)).toEqual(all)
  expect(listPeople(NOBODY, asked)).toEqual([])
})
