import { expect, test } from 'vitest'
import { does, given } from '../../../test/rules/given.ts'
import { hana, mei, noor } from '../../../test/rules/people.ts'
import type { SessionSettings } from '../../protocol/session.ts'
import { evolve } from '../evolve.ts'
import { startSession } from '../session/room.ts'
import { nothingYet, type Session } from '../session/session.ts'
import { hasToWait } from '../entry/lobby.ts'
import { settingsOf, startFrom } from './room-start.ts'

const room = { id: 'room'.padEnd(22, '_'), name: 'Harbour library', mode: 'interactive' } as const
const WANTED: SessionSettings = {
  mode: 'webinar',
  access: 'request',
  stageSize: 6,
  reactions: false,
  hands: false,
  chat: false,
  privateChat: false,
  waitingRoom: true,
}

function begins(start: ReturnType<typeof startFrom>, last: Session | null = null, at = 100): Session {
  const begun = startSession({ ...room, start }, last, hana, 'next'.padEnd(22, '_'), at, 0)
  if (!Array.isArray(begun)) throw new Error(begun.refusal)
  return begun.reduce(evolve, nothingYet())
}

function ended(session: Session): Session {
  does(session, hana, { type: 'endSession' })
  return session
}

test('[ROOM-2] [ROOM-3] the next session begins as the room is set, and newcomers wait from the beginning', () => {
  const session = begins(startFrom(room, null, WANTED, 50))
  expect(session).toMatchObject({
    mode: 'webinar',
    access: 'request',
    stageSize: 6,
    reactions: false,
    handsOn: false,
    locked: true,
  })
  expect(session.chat).toMatchObject({ paused: true, private: false })
  expect([hasToWait(session, mei), hasToWait(session, hana)]).toEqual([true, false])
  expect(session.sizes).toEqual({ interactive: 25, webinar: 6 })
})

test('[ROOM-3] stage access, waiting room and chat hold for each session; of all else counts what was said last', () => {
  const start = startFrom(room, null, WANTED, 50)
  const first = begins(start)
  does(first, hana, { type: 'join', page: 'p'.padEnd(22, '_') })
  does(first, hana, { type: 'setMode', mode: 'interactive' })
  does(first, hana, { type: 'setStageSize', size: 9 })
  does(first, hana, { type: 'setReactions', on: true })
  does(first, hana, { type: 'setAccess', access: 'invite' })
  does(first, hana, { type: 'lockRoom', on: false })
  const second = begins(start, ended(first), 200)
  expect(second).toMatchObject({ mode: 'interactive', stageSize: 9, reactions: true, access: 'request', locked: true })
  expect(second.chat).toMatchObject({ paused: true, private: false })
})

test('[ROOM-3] what was set while a session ran holds from the next, and what was not touched follows the session', () => {
  const running = given('webinar', hana, noor)
  const start = startFrom(room, running, { ...settingsOf(room, running), stageSize: 7 }, 60)
  does(running, hana, { type: 'setReactions', on: false })
  expect(begins(start, ended(running))).toMatchObject({
    mode: 'webinar',
    stageSize: 7,
    reactions: false,
    locked: false,
  })
})

test('a room of which nothing was set begins as its mode does', () => {
  expect(settingsOf(room, null)).toMatchObject({ mode: 'interactive', access: 'everyone', stageSize: 25, chat: true })
  const same = startFrom(room, null, settingsOf(room, null), 50)
  expect(same).toEqual({ access: null, waitingRoom: false, chat: true, next: {}, at: 50 })
})
