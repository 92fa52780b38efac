import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { LANGUAGES } from '../../../protocol/language.ts'
import { Command } from '../../../protocol/commands.ts'
import { isRejection, type Actor } from '../../../rules/outcome.ts'
import { decide } from '../../../rules/decide.ts'
import { evolve } from '../../../rules/evolve.ts'
import type { Session } from '../../../rules/session/session.ts'
import { does, ON_STAGE } from '../../../../test/rules/given.ts'
import { amara, everybody, hana, kwame, mei, noor } from '../../../../test/rules/people.ts'
import { messagesIn } from '../../i18n/messages-in.ts'
import type { RoomMessages } from '../../i18n/messages.ts'
import type { MessageHere } from '../chat/index.ts'
import { type Acts, isOffered, KEYED_ACTS, type Now, offersOf } from '../acts/index.ts'
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
    ...namesOf(ACTS.share, words, now, { share: { person: amara.id, at: 1, sound: false }, isMain: false }),
    ...namesOf(ACTS.asking, words, now, mei.id),
    ...namesOf(ACTS.waiting, words, now, mei.id),
    ...namesOf(ACTS.removed, words, now, mei.id),
    ...namesOf(ACTS.blocked, words, now, mei.id),
    ...namesOf(ACTS.message, words, now, messageOf(mei)),
    ...namesOf(ACTS.notices, words, now, [1]),
  ]
  for (const [id, name, icon] of named) {
    expect(name, id).toMatch(/\p{L}/u)
    expect(icon, id).toBeTruthy()
  }
  const ids = named.map(([id]) => id)
  expect(new Set(ids).size).toBe(ids.length)
})

function namesOf<On>(acts: Acts<On, RoomMessages>, words: RoomMessages, now: Now, on: NoInfer<On>) {
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

test('[ROLE-2] what is offered on the room would be done, and what one may not would be refused', async () => {
  const session = room()
  does(session, hana, { type: 'lockRoom', on: true })
  evolve(session, {
    type: 'messagePinned',
    at: 1,
    n: 1,
    person: amara.id,
    name: amara.name,
    text: 'Hello',
    by: hana.id,
  })
  const words = await messagesIn('en')
  let done = 0
  for (const who of everybody) {
    const now = nowFor(session, who)
    const possible = offersOf(ACTS.room, words, now, null).filter(({ why }) => why === null)
    for (const [id, act] of Object.entries(ACTS.room)) {
      if (!('command' in act)) continue
      const isDone = !isRejection(decide(session, who, act.command(now, null), 1))
      if (possible.some((each) => each.id === id)) expect(isDone, `${who.name} ${id}`).toBe(true)
      if (!(act.may?.(now, null) ?? true)) expect(isDone, `${who.name} ${id}`).toBe(false)
      if (isDone) done++
    }
  }
  expect(done).toBeGreaterThan(30)
})

test('[REMOVE-3] [CHAT-13] who was removed or blocked is let back in by who may, and by nobody else', () => {
  const session = room()
  does(session, hana, { type: 'removeFromRoom', person: mei.id, lasting: false })
  does(session, hana, { type: 'blockFromChat', person: noor.id })
  for (const who of [hana, kwame, amara]) {
    const now = nowFor(session, who)
    for (const [act, person] of [
      [ACTS.removed['liftRemoval'], mei.id],
      [ACTS.blocked['letBackIntoChat'], noor.id],
    ] as const) {
      if (!act || !('command' in act)) throw new Error('no such act')
      const isDone = !isRejection(decide(session, who, act.command(now, person), 1))
      expect(isOffered(act, now, person), who.name).toBe(isDone)
      expect(isDone, who.name).toBe(who !== amara)
    }
  }
})

/** What asks first, by its id. */
const ASKS_FIRST = ['clearChat', 'deleteData', 'deleteRoom', 'endSession', 'lockRoom']

test.for(LANGUAGES)(
  '[PALETTE-5] what ends, locks or clears something for everybody asks first: %s',
  async (language) => {
    const words = await messagesIn(language)
    const now = nowFor(room(), hana)
    const asked = [
      ...questionsOf(ACTS.own, words, now, null),
      ...questionsOf(ACTS.room, words, now, null),
      ...questionsOf(ACTS.person, words, now, personIn(now, amara)),
    ]
    expect(asked.map(([id]) => id).toSorted()).toEqual(ASKS_FIRST.toSorted())
    for (const [id, { title, help, yes }] of asked) {
      expect(title, id).toMatch(/[?？]$/)
      expect(help, id).toMatch(/\p{L}/u)
      expect(yes, id).toMatch(/\p{L}/u)
    }
  },
)

function questionsOf<On>(acts: Acts<On, RoomMessages>, words: RoomMessages, now: Now, on: NoInfer<On>) {
  return Object.entries(acts).flatMap(([id, { asks }]) => (asks ? [[id, asks(words, now, on)] as const] : []))
}

/** What is asked for otherwise than by an act, and why. */
const ASKED_ELSEWHERE: Partial<Record<Command['type'], string>> = {
  changeName: 'it is typed',
  giveReason: 'it is typed',
  write: 'it is typed',
  giveFeedback: 'it is typed',
  setStageSize: 'it is typed',
  setSlowMode: 'one of six times is chosen in a sheet',
  setPermissions: 'each of six has its switch in a sheet',
  removeFromRoom: 'for how long is asked in a sheet',
  moveHand: 'dragging gives a place in the queue; the acts go one step',
  declineInvitation: 'the devices that were opened with the invitation close too',
  leave: 'the call closes with it; in the lobby one is outside of the room, where no acts are',
  join: 'the prejoin page asks for it',
  goOnStage: 'the call opens the devices first',
  leaveStage: 'the call closes the devices after it',
  turnMicrophone: 'the call opens the device first',
  turnCamera: 'the call opens the device first',
  startShare: 'the browser asks for a screen first',
  presentContent: 'a file is chosen in a window first',
  turnPage: 'it is turned where it is shown',
  playContent: 'it is played where it is shown',
  zoomContent: 'it is brought nearer where it is shown',
  react: 'the call counts several as one',
  startRehearsal: 'how many bots is typed in a sheet',
}

/** What acts ask of the room, with a person's hand up and down. */
function askedByActs(): Set<Command['type']> {
  const now = nowFor(room(), hana)
  return new Set([
    ...commandsOf(ACTS.own, now, null),
    ...commandsOf(ACTS.own, nowFor(room(), noor), null),
    ...commandsOf(ACTS.room, now, null),
    ...commandsOf(ACTS.person, now, personIn(now, mei)),
    ...commandsOf(ACTS.onStage, now, { person: personIn(now, amara), isMain: false }),
    ...commandsOf(ACTS.asking, now, mei.id),
    ...commandsOf(ACTS.waiting, now, mei.id),
    ...commandsOf(ACTS.removed, now, mei.id),
    ...commandsOf(ACTS.blocked, now, mei.id),
    ...commandsOf(ACTS.message, now, messageOf(mei)),
  ])
}

test('everything that the room can be asked is an act, or is known to be asked for elsewhere', () => {
  const known = Command.options.map(({ entries }) => entries.type.literal)
  expect([...new Set([...askedByActs(), ...Object.keys(ASKED_ELSEWHERE)])].toSorted()).toEqual(known.toSorted())
})

test('no component asks the room for what is an act', () => {
  const folder = join(import.meta.dirname, '..')
  const asked = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.tsx'))
    .flatMap((name) => {
      const presses = readFileSync(join(folder, name), 'utf8').matchAll(/\.ask\(\{\s*type: '(\w+)'/g)
      return [...presses].map(([, type = '']) => `${type} in ${name}`)
    })
  expect(asked.filter((press) => !Object.keys(ASKED_ELSEWHERE).some((type) => press.startsWith(`${type} `)))).toEqual(
    [],
  )
  expect(asked.length).toBeGreaterThan(5)
})

function commandsOf<On>(acts: Acts<On, never>, now: Now, on: NoInfer<On>): Command['type'][] {
  return Object.values(acts).flatMap((act) => ('command' in act ? [act.command(now, on).type] : []))
}
