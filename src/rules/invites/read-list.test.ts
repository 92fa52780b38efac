import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { INVITES_MAX, LIST_MAX } from '../../protocol/portal/invites.ts'
import { readInviteList, type InviteList } from './read-list.ts'

function read(text: string): InviteList {
  const list = readInviteList(text)
  if ('fault' in list) throw new Error(list.fault)
  return list
}

const emails = (text: string) => read(text).people.map(({ email }) => email)
const person = (email: string, firstName = '', lastName = '') => ({ email, firstName, lastName })

test.for([
  ['one a line', 'ann@example.org\nbob@example.org\r\ncleo@example.org\r'],
  ['commas', 'ann@example.org, bob@example.org,cleo@example.org'],
  ['semicolons', 'ann@example.org; bob@example.org;cleo@example.org;'],
  ['tabs', 'ann@example.org\tbob@example.org\tcleo@example.org'],
  ['spaces', 'ann@example.org bob@example.org  cleo@example.org'],
  ['as mail programs write it', 'Ann <ann@example.org>, "Lee, Bob" <bob@example.org>; <cleo@example.org>'],
  ['without anything between', 'Ann <ann@example.org> Bob <bob@example.org>\nCleo<cleo@example.org>'],
  ['all in one cell', '"ann@example.org, bob@example.org","cleo@example.org"'],
  ['signs that nobody sees', '\uFEFFann@example.org\n\u200Bbob@example.org\u200B\n\u00A0cleo@example.org\u00A0'],
  ['capitals', 'ANN@example.org\nBob@Example.ORG\ncleo@EXAMPLE.org'],
  ['a quote that nothing closes', '"ann@example.org\nbob@example.org\ncleo@example.org"'],
] as const)('[LINK-5] a list is read: %s', ([, text]) => {
  expect(emails(text)).toEqual(['ann@example.org', 'bob@example.org', 'cleo@example.org'])
  expect(read(text).wrong).toEqual([])
})

test('[LINK-5] names stand beside addresses, before them, or around them', () => {
  expect(read('e-mail,first name,last name\nann@example.org,Ann,Smith\n"bob@example.org";"Bob";""').people).toEqual([
    person('ann@example.org', 'Ann', 'Smith'),
    person('bob@example.org', 'Bob'),
  ])
  expect(read('First name\tLast name\tEmail\nAnn\tSmith\tann@example.org').people).toEqual([
    person('ann@example.org', 'Ann', 'Smith'),
  ])
  expect(read('Ann van Dyk <ann@example.org>, "Lee, Bob" <bob@example.org>').people).toEqual([
    person('ann@example.org', 'Ann', 'van Dyk'),
    person('bob@example.org', 'Bob', 'Lee'),
  ])
  expect(read('"Anna ""Ann"" Smith" <ann@example.org>').people).toEqual([
    person('ann@example.org', 'Anna', '"Ann" Smith'),
  ])
})

test('[LINK-5] a name that cannot be shown loses nobody the invitation', () => {
  expect(read(`ann@example.org,${'A'.repeat(500)},\u0007`).people).toEqual([person('ann@example.org')])
})

test('[LINK-5] of 500 addresses of which 30 are wrong each of those is named with its line, and the rest is kept', () => {
  const lines = Array.from({ length: 500 }, (_, n) => (n % 17 === 3 ? `guest ${n}@nowhere` : `guest${n}@example.org`))
  const { people, wrong, merged } = read(lines.join('\n'))
  expect([people.length, wrong.length, merged]).toEqual([470, 30, 0])
  expect(wrong[0]).toEqual({ line: 4, text: 'guest 3@nowhere', why: 'email-invalid' })
  expect(wrong.at(-1)).toEqual({ line: 497, text: 'guest 496@nowhere', why: 'email-invalid' })
})

test('[LINK-5] a line without any address is named, and an empty one is not', () => {
  expect(read('ann@example.org\n\nBob Lee\n  \n').wrong).toEqual([{ line: 3, text: 'Bob Lee', why: 'no-email' }])
})

test('[LINK-5] who stands there again is invited once', () => {
  const { people, merged } = read('ann@example.org,Ann\nANN@example.org,Anna\nann@example.org')
  expect([people, merged]).toEqual([[person('ann@example.org', 'Ann')], 2])
})

test('[LINK-5] a list has at most a thousand addresses, and one that is too long is not read', () => {
  const many = (n: number) => Array.from({ length: n }, (_, i) => `g${i}@example.org`).join('\n')
  expect(read(many(INVITES_MAX)).people).toHaveLength(INVITES_MAX)
  expect(readInviteList(many(INVITES_MAX + 1))).toEqual({ fault: 'list-long' })
  expect(readInviteList('a'.repeat(LIST_MAX + 1))).toEqual({ fault: 'list-long' })
  expect(readInviteList('\n'.repeat(LIST_MAX))).toEqual({ fault: 'list-long' })
  expect(readInviteList(' \n\uFEFF')).toEqual({ fault: 'list-empty' })
})

test('[LINK-5] nothing that is pasted takes long', () => {
  const begun = performance.now()
  for (const piece of ['"', '<', '>', '<@', '@', 'x"', ' ', ',', 'a@b.de ', '<a@b.de>'])
    readInviteList(piece.repeat(LIST_MAX / piece.length))
  expect(performance.now() - begun).toBeLessThan(3_000)
})

const word = fc.stringMatching(/^[a-z]{1,8}$/)
const good = fc.tuple(word, word).map(([name, host]) => `${name}@${host}.org`)
const bad = fc.oneof(
  word.map((each) => `${each}@`),
  word.map((each) => `@${each}.org`),
  word.map((each) => `${each}@${each}`),
  word.map((each) => `${each}@@${each}.org`),
)
const written = (email: string) =>
  fc.constantFrom(
    email,
    `<${email}>`,
    `Ann Lee <${email}>`,
    `"Lee, Ann" <${email}>`,
    `"${email}"`,
    ` ${email.toUpperCase()} `,
  )
const separator = fc.constantFrom(',', ';', '\t', '\n', '\r\n', ' ; ', ',\n')

test('[LINK-5] whatever is pasted, each good address is kept once and each wrong one is named', () => {
  const entry = fc.oneof(
    good.chain((email) => fc.tuple(fc.constant({ email, isGood: true }), written(email), separator)),
    bad.chain((email) => fc.tuple(fc.constant({ email, isGood: false }), written(email), separator)),
  )
  fc.assert(
    fc.property(fc.array(entry, { minLength: 1, maxLength: 40 }), (entries) => {
      const { people, wrong, merged } = read(entries.map(([, text, between]) => text + between).join(''))
      const typed = entries.map(([{ email }]) => email)
      const kept = [...new Set(entries.filter(([{ isGood }]) => isGood).map(([{ email }]) => email))]
      const named = entries.filter(([{ isGood }]) => !isGood).map(([{ email }]) => email)
      expect(people.map(({ email }) => email)).toEqual(kept)
      expect(wrong.map(({ text }) => text.toLowerCase())).toEqual(named)
      expect(kept.length + merged + wrong.length).toBe(typed.length)
    }),
  )
})

test('[LINK-5] no text at all makes it fail', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      expect(readInviteList(text)).toBeDefined()
    }),
  )
})
