import { beforeEach, expect, test } from 'vitest'
import type { Actor } from '../../../rules/outcome.ts'
import type { Session } from '../../../rules/session/session.ts'
import { does } from '../../../../test/rules/given.ts'
import { amara, hana, kwame, mei, noor } from '../../../../test/rules/people.ts'
import type { Language } from '../../../protocol/language.ts'
import { messagesIn } from '../../i18n/messages-in.ts'
import { nowFor, personIn, room, stubBrowser } from './given-room.ts'
import { findEntries, nameIn } from './entries.ts'
import { wordsOf } from './match.ts'

beforeEach(stubBrowser)

/** What somebody finds; what cannot be done just now has its reason behind it. */
async function found(who: Actor, typed: string, session: Session = room(), language: Language = 'en') {
  const people = { viewers: [], named: (name: string) => name }
  const entries = findEntries(wordsOf(typed), await messagesIn(language), nowFor(session, who), people)
  return entries.map(({ line: { name, who: whom, why } }) => [name, whom, why].filter(Boolean).join(' · '))
}

test('[PALETTE-2] an act on somebody is found by the act and the name, in any order', async () => {
  for (const typed of ['mute ama', 'Amara mute', 'OKÁFOR mut'])
    expect(await found(kwame, typed)).toContain('Mute · Amara Okafor')
  expect((await found(kwame, 'lower hand of noor'))[0]).toBe('Lower hand · Noor Rahimi')
  expect((await found(kwame, 'chat with mei'))[0]).toBe('Write privately · Mei Tanaka')
  expect(await found(kwame, 'admit everybody at once')).toEqual([])
})

test('[PALETTE-2] who asks to join is answered by name, and nothing is offered twice', async () => {
  expect(await found(kwame, 'decline mei')).toEqual(['Decline · Mei Tanaka'])
  expect(
    (await found(kwame, 'bring mei')).filter((line) => line.startsWith('Invite') || line.startsWith('Bring')),
  ).toEqual(['Invite to stage · Mei Tanaka'])
  expect(await found(kwame, 'decline noor')).toEqual([])
})

test('[PALETTE-2] it is found in the language that is shown', async () => {
  expect(await found(kwame, 'amara stumm', room(), 'de')).toContain('Stummschalten · Amara Okafor')
  expect(await found(kwame, 'ミュート amara', room(), 'ja')).toContain('ミュート · Amara Okafor')
})

test('[PALETTE-2] of what is as near, that which reaches everybody comes last', async () => {
  expect((await found(kwame, 'mute')).slice(0, 3)).toEqual([
    'Mute · Amara Okafor',
    'Mute all microphones',
    'Mute and lock all microphones',
  ])
})

test('[PALETTE-4] what one may not do is not found', async () => {
  expect(await found(noor, 'mute')).toEqual([])
  expect(await found(noor, 'amara')).toEqual([
    'Write privately · Amara Okafor',
    ...['Set main camera', 'Fit to frame', 'Picture in picture', 'Full screen'].map((name) => `${name} · Amara Okafor`),
  ])
  expect(await found(noor, 'end session')).toEqual([])
  expect(await found(hana, 'end session')).toEqual(['End session for everyone'])
})

test('[PALETTE-4] what cannot be done just now is found last, with the reason', async () => {
  const session = room()
  does(session, hana, { type: 'mute', person: amara.id })
  expect((await found(kwame, 'mute ama', session)).at(-1)).toBe('Mute · Amara Okafor · muted')
  expect(await found(kwame, 'invite noor')).toEqual(['Invite to stage · Noor Rahimi'])
})

test('[PALETTE-6] where nobody is named, acts are offered on those on stage or with a hand', async () => {
  const lower = await found(kwame, 'lower hand')
  expect(lower.slice(0, 2)).toEqual(['Lower hand · Noor Rahimi', 'Lower hand · Mei Tanaka'])
  expect(await found(kwame, '')).not.toContain('Mute · Amara Okafor')
})

test('[PALETTE-6] viewers are asked for by what no act says, and found like all others', async () => {
  const words = await messagesIn('en')
  const name = (typed: string) => nameIn(wordsOf(typed), words)
  expect(name('')).toBe('')
  expect(name('invite bo')).toBe('bo')
  expect(name('lower hand of Noor Rahimi')).toBe('noor rahimi')
  expect(name('mute hand')).toBe('hand')
  const bo = { ...personIn(nowFor(room(), kwame), mei), id: 'bo'.padEnd(22, '_'), name: 'Bo Lindqvist' }
  const people = { viewers: [bo], named: (each: string) => each }
  const [first] = findEntries(wordsOf('invite bo'), words, nowFor(room(), kwame), people)
  expect(first?.line).toMatchObject({ name: 'Invite to stage', who: 'Bo Lindqvist', why: null })
})
