import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { everybody, hana, kwame, mei, noor } from '../../../test/rules/people.ts'
import { randomSteps } from '../../../test/rules/random-commands.ts'
import { RoomModel } from '../../../test/rules/room-model.ts'
import { does, given } from '../../../test/rules/given.ts'
import type { Event } from '../../protocol/events.ts'
import { NOTHING_RETAINED } from '../../protocol/views.ts'
import { foldMessages } from '../chat/messages.ts'
import { evolve } from '../evolve.ts'
import { emptied } from '../session/room.ts'
import { nothingYet, type Session } from '../session/session.ts'
import { forget, type Forgotten } from './forget.ts'
import { holdsOf } from './forgotten.ts'

const JOIN = { type: 'join', page: 'p'.repeat(22) } as const
const ALIAS = 'alias'.padEnd(22, '_')
const folded = (log: readonly Event[]) => log.reduce(evolve, nothingYet())
const forgotten = (): Forgotten => ({
  aliases: new Map([[mei.id, ALIAS]]),
  names: new Set([mei.name]),
  numbers: new Set(),
})

/** A session without what may differ: of the names of before nothing is known any more, and who did what has other ids in it. */
function comparable({ namesakes: _names, acts, admitting: _admitting, people, ...session }: Session) {
  const invited = [...people.values()].map((person) => ({
    ...person,
    invitation: person.invitation && { ...person.invitation, by: '' },
  }))
  return { ...session, people: invited, acts: acts.map(({ by, about, event }) => [by, about, event.type, event.at]) }
}

test('[KEEP-6] [KEEP-7] a log without a person makes the session in which that person is forgotten, whatever was done in it', () => {
  fc.assert(
    fc.property(fc.array(randomSteps(everybody, 4), { maxLength: 120, size: 'max' }), (steps) => {
      const model = new RoomModel(everybody, hana, 3)
      for (const step of steps) model.does(step)
      const deleted = { type: 'dataDeleted', at: 9e12, person: mei.id } as const
      const log: Event[] = [...model.log, deleted]
      const who = forgotten()
      const rewritten = log.map((event) => forget(event, who))
      const text = JSON.stringify(rewritten)
      expect(text).not.toContain(mei.id)
      for (const name of who.names) if (name.length > 5) expect(text).not.toContain(JSON.stringify(name))
      expect(comparable(folded(rewritten))).toEqual(comparable(folded(log)))
      // Once more changes nothing.
      const again = { ...forgotten(), aliases: who.aliases }
      expect(rewritten.map((event) => forget(event, again))).toEqual(rewritten)
      for (const reader of everybody.filter(({ id }) => id !== mei.id)) {
        const reading = { reader: reader.id, with: null }
        const read = (events: readonly Event[]) =>
          events.reduce<ReturnType<typeof foldMessages>>((so, event) => foldMessages(so, event, reading), [])
        expect(read(rewritten)).toEqual(read(log))
        expect(read(log).filter(({ person }) => person === mei.id)).toEqual([])
      }
    }),
    { numRuns: 200 },
  )
}, 60_000)

test('[KEEP-7] [CHAT-19] what another wrote to whom is forgotten is still known by its key', () => {
  const session = given('interactive', hana, mei)
  const write = { type: 'write', text: 'Hello', to: mei.id, reply: null, key: 'k'.repeat(22) } as const
  const who = forgotten()
  const left = does(session, hana, write).map((event) => forget(event, who))
  expect(left).toMatchObject([{ type: 'messageWritten', text: '', toName: '', key: write.key }])
})

test('[KEEP-7] the number of who had the same name is not given again', () => {
  const joined = (person: string, name: string) =>
    ({ type: 'joined', at: 1, person, name, role: 'participant', kept: NOTHING_RETAINED, page: '' }) as const
  const session = given('interactive', hana)
  const log = [joined(mei.id, 'Ana Silva'), joined('b'.repeat(22), 'Ana Silva (2)')]
  const who = forgotten()
  for (const event of log) evolve(session, forget(event, who))
  expect(does(session, { id: 'c'.repeat(22), name: 'Ana Silva', role: 'participant' }, JOIN)).toMatchObject([
    { type: 'joined', name: 'Ana Silva (3)' },
  ])
})

test('[KEEP-6] who removed somebody for good is not named by it any more, also where nothing else of them is left', () => {
  const session = given('interactive', hana, kwame, noor, mei)
  for (const person of [noor, mei])
    does(session, person === mei ? hana : kwame, { type: 'removeFromRoom', person: person.id, lasting: true })
  does(session, hana, { type: 'endSession' })
  expect(holdsOf(folded(emptied(session, 's'.repeat(22))), kwame.id)).toBe(true)
  const who = { ...forgotten(), aliases: new Map([[kwame.id, 'alias'.padEnd(22, '_')]]) }
  const left = emptied(session, 's'.repeat(22)).map((event) => forget(event, who))
  expect(JSON.stringify(left)).not.toContain(kwame.name)
  expect(JSON.stringify(left)).not.toContain(kwame.id)
  expect([...folded(left).removed.values()]).toMatchObject([
    { person: noor.id, by: '', lasting: true },
    { person: mei.id, by: hana.name },
  ])
})
