import { expect, test } from 'vitest'
import { decideIdentity, isLastWay, readGroups, type Known } from './identity.ts'

const sure = { email: 'mei@example.org', emailVerified: true }
const unsure = { ...sure, emailVerified: false }
const none: Known = { linkedTo: null, holder: null, asking: null }
const holder = (emailVerified: boolean, isLinked = false) => ({
  ...none,
  holder: { id: 'mei', emailVerified, isLinked },
})

test.each([
  [sure, none, { act: 'make', ...sure }],
  [unsure, none, { act: 'make', ...unsure }],
  [sure, holder(true), { act: 'link', account: 'mei' }],
  [sure, holder(true, true), { refusal: 'link-first' }],
  [sure, holder(false), { refusal: 'link-first' }],
  [unsure, holder(true), { refusal: 'link-first' }],
  [unsure, holder(false), { refusal: 'link-first' }],
  [{ email: null, emailVerified: true }, none, { refusal: 'provider-no-email' }],
])('[ACCOUNT-10] whom %o leads to, where %o is known', (claimed, known, outcome) => {
  expect(decideIdentity(claimed, known)).toEqual(outcome)
})

test('[ACCOUNT-9] an identity leads to its account, whatever its e-mail is by now', () => {
  const known = { ...holder(true), linkedTo: 'hana' }
  expect(decideIdentity(sure, known)).toEqual({ act: 'sign-in', account: 'hana' })
  expect(decideIdentity({ email: null, emailVerified: false }, known)).toEqual({ act: 'sign-in', account: 'hana' })
})

test('[ACCOUNT-11] who is signed in links an identity that is nobody’s, and no other’s', () => {
  expect(decideIdentity(unsure, { ...holder(false), asking: 'hana' })).toEqual({ act: 'link', account: 'hana' })
  expect(decideIdentity(sure, { ...none, linkedTo: 'hana', asking: 'hana' })).toEqual({
    act: 'sign-in',
    account: 'hana',
  })
  expect(decideIdentity(sure, { ...none, linkedTo: 'mei', asking: 'hana' })).toEqual({ refusal: 'identity-taken' })
})

test('[ACCOUNT-11] the last way to sign in stays', () => {
  expect(isLastWay({ password: true, provider: false, passkeys: 0 })).toBe(true)
  expect(isLastWay({ password: false, provider: false, passkeys: 1 })).toBe(true)
  expect(isLastWay({ password: true, provider: true, passkeys: 0 })).toBe(false)
  expect(isLastWay({ password: false, provider: false, passkeys: 2 })).toBe(false)
})

test('[ACCOUNT-12] groups are what a claim names, once each', () => {
  expect(readGroups(['staff', 'choir', 'staff', 7, '', 'x'.repeat(201), null])).toEqual(['staff', 'choir'])
  expect(readGroups('staff')).toEqual(['staff'])
  expect(readGroups(undefined)).toEqual([])
  expect(readGroups({ staff: true })).toEqual([])
  expect(readGroups(Array.from({ length: 9_000 }, (_, n) => `group ${n}`))).toHaveLength(500)
})
