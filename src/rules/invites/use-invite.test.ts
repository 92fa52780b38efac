import { expect, test } from 'vitest'
import { LinkRole, Role } from '../../protocol/types.ts'
import { asksEmail, mayInvite, refusedToUse, stateOf, type Comer, type Invite } from './use-invite.ts'

const AT = 1_000
const invite = (given: Partial<Invite> = {}): Invite => ({
  email: 'noor@example.org',
  isSingle: false,
  isBound: false,
  expiresAt: null,
  overAt: null,
  revokedAt: null,
  openedAt: null,
  usedAt: null,
  usedBy: null,
  ...given,
})
const stranger: Comer = { person: null, verified: null, typed: null }

test('[LINK-6] a revoked invitation lets nobody in, nor one whose time is over', () => {
  expect(refusedToUse(invite(), stranger, AT)).toBeNull()
  expect(refusedToUse(invite({ revokedAt: 5 }), stranger, AT)).toBe('link-revoked')
  expect(refusedToUse(invite({ expiresAt: AT + 1 }), stranger, AT)).toBeNull()
  expect(refusedToUse(invite({ expiresAt: AT }), stranger, AT)).toBe('link-expired')
  expect(refusedToUse(invite({ expiresAt: AT, usedBy: 'noor' }), { ...stranger, person: 'noor' }, AT)).toBe(
    'link-expired',
  )
})

test('[ACCOUNT-20] an invitation whose time was seen to be over is so by any clock', () => {
  const over = invite({ expiresAt: AT, overAt: AT })
  expect(refusedToUse(over, stranger, AT - 500)).toBe('link-expired')
  expect(stateOf(over, AT - 500)).toBe('expired')
})

test('[LINK-7] one for one person lets in who came first, as often as they come, and nobody else', () => {
  const used = invite({ isSingle: true, usedAt: 5, usedBy: 'noor' })
  expect(refusedToUse(invite({ isSingle: true }), stranger, AT)).toBeNull()
  expect(refusedToUse(used, { ...stranger, person: 'noor' }, AT)).toBeNull()
  expect(refusedToUse(used, { ...stranger, person: 'jon' }, AT)).toBe('link-used')
  expect(refusedToUse(used, stranger, AT)).toBe('link-used')
  expect(refusedToUse(used, { ...stranger, typed: 'noor@example.org' }, AT)).toBe('link-used')
})

test('[LINK-8] one for an email asks for it, and lets in whoever has it, in capitals or not', () => {
  const bound = invite({ isBound: true })
  expect(refusedToUse(bound, stranger, AT)).toBe('email-asked')
  expect(refusedToUse(bound, { ...stranger, typed: 'jon@example.org' }, AT)).toBe('email-other')
  expect(refusedToUse(bound, { ...stranger, typed: '' }, AT)).toBe('email-other')
  expect(refusedToUse(bound, { ...stranger, typed: ' NOOR@Example.org ' }, AT)).toBeNull()
  expect(refusedToUse(bound, { ...stranger, verified: 'Noor@example.org' }, AT)).toBeNull()
  expect(refusedToUse(bound, { ...stranger, verified: 'jon@example.org' }, AT)).toBe('email-asked')
  expect(asksEmail(bound, { ...stranger, verified: 'noor@example.org' })).toBe(false)
  expect(asksEmail(invite({ isBound: true, usedBy: 'noor' }), { ...stranger, person: 'noor' })).toBe(false)
  expect(asksEmail(invite(), stranger)).toBe(false)
})

test('[LINK-7] [LINK-8] who has the email is the one person, on another device too', () => {
  const used = invite({ isSingle: true, isBound: true, usedAt: 5, usedBy: 'noor' })
  expect(refusedToUse(used, { ...stranger, typed: 'noor@example.org' }, AT)).toBeNull()
  expect(refusedToUse(used, { ...stranger, verified: 'noor@example.org' }, AT)).toBeNull()
  expect(refusedToUse(used, stranger, AT)).toBe('email-asked')
})

test('[LINK-10] an invitation is as far as it got', () => {
  expect(stateOf(invite(), AT)).toBe('unopened')
  expect(stateOf(invite({ openedAt: 5 }), AT)).toBe('opened')
  expect(stateOf(invite({ openedAt: 5, expiresAt: 9 }), AT)).toBe('expired')
  expect(stateOf(invite({ openedAt: 5, usedAt: 6, expiresAt: 9 }), AT)).toBe('came')
  expect(stateOf(invite({ usedAt: 6, revokedAt: 7 }), AT)).toBe('revoked')
})

test('[LINK-4] those who hand out links invite, and only with roles that they could give', () => {
  const may = Role.options.filter((role) => LinkRole.options.every((link) => mayInvite({ role }, link)))
  expect(may).toEqual(['host', 'cohost', 'moderator'])
  expect(Role.options.filter((role) => mayInvite({ role }, 'viewer'))).toEqual(may)
})
