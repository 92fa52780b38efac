import { beforeEach, expect, test } from 'vitest'
import { LANGUAGES } from '../../../protocol/language.ts'
import { Command } from '../../../protocol/commands.ts'
import { isRejection, type Actor } from '../../../rules/outcome.ts'
import { decide } from '../../../rules/decide.ts'
import type { Session } from '../../../rules/session/session.ts'
import { does, ON_STAGE } from '../../../../test/rules/given.ts'
import { amara, everybody, hana, kwame, mei, noor } from '../../../../test/rules/people.ts'
import { messagesIn } from '../../i18n/messages-in.ts'
import type { Messages } from '../../i18n/message-types.ts'
import type { MessageHere } from '../chat/index.ts'
import { type Acts, KEYED_ACTS, type Now, offersOf } from '../acts/index.ts'
import { ACTS } from './acts-table.ts'
import { nowFor, personIn, room, stubBrowser } from './given-room.ts'

beforeEach(stubBrowser)

function messageOf({ id, name, role }: Actor): MessageHere {
  const by = { person: id, name, role, chatModerator: false }
  const message = { ...by, n: 1, at: 1, text: 'Hello', quote: null, likes: 0, liked: false }
  return { message, with: null, reply: () => {}, open: () => {} }
}

/** What is offered to one on another, by name; behind those that cannot be done just now stands why. */
async function offered(session: Session, who: Actor, other: Actor): Promise<string[]> {
  const now = nowFor(session, who)
  const offers = offersOf(ACTS.person, await messagesIn('en'), now, personIn(now, other))
  return offers.map(({ name, why }) => (why ? `${name}: ${why}` : name))
}

test.for(LANGUAGES)('every act has words and a picture: %s', async (language) => {
  const words = await messagesIn(language)
  const now = nowFor(room(), hana)
  const person = personIn(now, amara)
  const named = [
    ...namesOf(ACTS.own, words, now, null),
    ...namesOf(ACTS.room, words, now, null),
    ...namesOf(ACTS.person, words, now, person),
    ...namesOf(ACTS.onStage, words, now, { person, isMain: false }),
    ...namesOf(ACTS.asking, words, now, mei.id),
    ...namesOf(ACTS.waiting, words, now, mei.id),
    ...namesOf(ACTS.message, words, now, messageOf(mei)),
  ]
  for (const [id, name, icon] of named) {
    expect(name, id).toMatch(/\p{L}/u)
    expect(icon, id).toBeTruthy()
  }
  const ids = named.map(([id]) => id)
  expect(new Set(ids).size).toBe(ids.length)
})

function namesOf<On>(acts: Acts<On, Messages>, words: Messages, now: Now, on: NoInfer<On>) {
  return Object.entries(acts).map(([id, act]) => [id, act.label(words, now, on), act.icon(now, on)] as const)
}

test('[KEYS-1] no key does two things', () => {
  const keys = KEYED_ACTS.map(({ shortcut }) => shortcut.key)
  expect(keys).toContain('m')
  expect(new Set(keys).size).toBe(keys.length)
})

test('[ROLE-2] who runs the room is offered what can be done to somebody, and why some of it cannot be done just now', async () => {
  const onAmara = await offered(room(), kwame, amara)
  expect(onAmara).toEqual(expect.arrayContaining(['Mute', 'Turn off camera', 'Remove from stage']))
  expect(onAmara).toContain('Invite to stage: not-a-viewer')
  expect(onAmara).toContain('Lower hand: no-hand')
  const onNoor = await offered(room(), kwame, noor)
  expect(onNoor).toEqual(expect.arrayContaining(['Invite to stage', 'Lower hand', 'Move down', 'Write privately']))
  expect(onNoor).toContain('Mute: not-on-stage')
  expect(onNoor).not.toContain('Move up')
})

test('[ROLE-2] who does not run the room is offered no more than to write to somebody', async () => {
  expect(await offered(room(), noor, amara)).toEqual(['Write privately'])
})

test('[ROLE-3] a moderator is not offered to mute a host', async () => {
  const session = room()
  does(session, hana, ON_STAGE)
  expect((await offered(session, kwame, hana)).filter((name) => name.startsWith('Mute'))).toEqual([])
})

// The interface hides by the table by which the room decides: what is offered is done, and what is hidden would be refused.
test('[ROLE-2] what is offered on a person would be done, and what one may not would be refused', async () => {
  const session = room()
  const words = await messagesIn('en')
  let tried = 0
  for (const who of everybody) {
    const now = nowFor(session, who)
    for (const other of everybody.filter(({ id }) => id !== who.id && now.state.session.people.has(id))) {
      const person = personIn(now, other)
      const possible = offersOf(ACTS.person, words, now, person).filter(({ why }) => why === null)
      for (const [id, act] of Object.entries(ACTS.person)) {
        const outcome = 'command' in act ? decide(session, who, act.command(now, person), 1) : null
        const isDone = outcome !== null && !isRejection(outcome)
        if (possible.some((each) => each.id === id) && outcome)
          expect(isDone, `${who.name} ${id} ${other.name}`).toBe(true)
        if (!(act.may?.(now, person) ?? true)) expect(isDone, `${who.name} ${id} ${other.name}`).toBe(false)
        tried++
      }
    }
  }
  expect(tried).toBeGreaterThan(500)
})

// What needs words, a choice, or the own devices and the engine: a field, the settings, a sheet, or the call asks for it.
const ASKED_ELSEWHERE: readonly Command['type'][] = [
  'startRehearsal',
  ...(['changeName', 'giveReason', 'write', 'giveFeedback'] as const),
  ...(['setMode', 'setStageSize', 'setAccess', 'setReactions', 'setSlowMode', 'setPermissions'] as const),
  ...(['removeFromRoom', 'liftRemoval', 'declineInvitation', 'endSession', 'clearChat'] as const),
  ...(['join', 'leave', 'goOnStage', 'leaveStage', 'turnMicrophone', 'turnCamera', 'startShare', 'react'] as const),
]

test('everything that the room can be asked is an act, or is known to be asked for elsewhere', () => {
  const now = nowFor(room(), hana)
  const asked = [
    ...commandsOf(ACTS.own, now, null),
    ...commandsOf(ACTS.room, now, null),
    ...commandsOf(ACTS.person, now, personIn(now, mei)),
    ...commandsOf(ACTS.onStage, now, { person: personIn(now, amara), isMain: false }),
    ...commandsOf(ACTS.asking, now, mei.id),
    ...commandsOf(ACTS.waiting, now, mei.id),
    ...commandsOf(ACTS.message, now, messageOf(mei)),
    // A hand that is up is lowered; the own one is not up here.
    ...commandsOf(ACTS.own, nowFor(room(), noor), null),
  ]
  const known = Command.options.map(({ entries }) => entries.type.literal)
  expect([...new Set([...asked, ...ASKED_ELSEWHERE])].toSorted()).toEqual(known.toSorted())
})

function commandsOf<On>(acts: Acts<On, never>, now: Now, on: NoInfer<On>): Command['type'][] {
  return Object.values(acts).flatMap((act) => ('command' in act ? [act.command(now, on).type] : []))
}
