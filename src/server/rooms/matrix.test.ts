import { expect, test } from 'vitest'
import type { Caller } from '../../../test/server/socket-client.ts'
import { ASKS, isReal, PLACES, ROLES, WAY_TO, type Ask, type Place } from '../../../test/rules/permission-cases.ts'
import { openScene, type Scene, type Visitor } from '../../../test/server/app-server.ts'
import { memoryStore } from '../../../test/store/store.memory.ts'
import type { Command } from '../../protocol/commands.ts'
import type { Role } from '../../protocol/types.ts'
import { decide } from '../../rules/decide.ts'
import { evolve } from '../../rules/evolve.ts'
import { isRejection } from '../../rules/outcome.ts'
import { nothingYet, type Session } from '../../rules/session/session.ts'

/** A store that folds whatever is stored: what the rules know, beside the server. */
function mirrored() {
  const store = memoryStore()
  const mirror: { session: Session } = { session: nothingYet() }
  const begin = store.begin.bind(store)
  const append = store.append.bind(store)
  store.begin = async (room, id, events) => {
    mirror.session = events.reduce(evolve, nothingYet())
    return await begin(room, id, events)
  }
  store.append = async (id, seq, events) => {
    const result = await append(id, seq, events)
    if (result === 'stored') for (const event of events) evolve(mirror.session, event)
    return result
  }
  return { store, mirror }
}

type Target = One<(typeof TARGETS)[number]>
type Stage = { scene: Scene; session: () => Session; owners: Caller; awake: Caller[] }
// There is one host, who is all the actors' host too.
const TARGETS = ['cohost', 'moderator', 'speaker', 'participant'] as const
// For the server takes only so many acts in a time, and who was declined at the door waits for half a minute.
const A_LITTLE = 200
const A_WHILE = 31_000

const LINKS = {
  host: 'moderator',
  cohost: 'moderator',
  moderator: 'moderator',
  speaker: 'speaker',
  participant: 'viewer',
} as const

/** Somebody of a role, inside, with the connection that speaks for them. */
type One<R extends Role = Role> = { id: string; name: string; role: R; visitor: Visitor; caller: Caller }

async function roomOfAll(scene: Scene) {
  const owner = await scene.creates()
  const owners = await scene.joins(owner)
  const come = async <R extends Role>(name: string, role: R): Promise<One<R>> => {
    const visitor = role === 'host' ? owner : await scene.enters(owner, LINKS[role], { name })
    const caller = role === 'host' ? owners : await scene.joins(visitor)
    const { you } = await caller.frame('welcome')
    if (role === 'cohost') await owners.does({ type: 'setRole', person: you.id, role })
    return { id: you.id, name, role, visitor, caller }
  }
  const actors: One[] = []
  for (const role of ROLES) actors.push(await come(`A ${role}`, role))
  return { owners, actors, come }
}

test.each(PLACES)('[ROLE-8] what the server answers about somebody %s is what the rules decide', async (place) => {
  const { store, mirror } = mirrored()
  const scene = await openScene({ store })
  const { owners, actors, come } = await roomOfAll(scene)
  const stage = { scene, session: () => mirror.session, owners, awake: actors.map(({ caller }) => caller) }
  let cases = 0
  for (const role of TARGETS) {
    if (!isReal(role, place)) continue
    await owners.does({ type: 'lockRoom', on: false })
    const target = await come(`The ${role}`, role)
    for (const ask of ASKS)
      for (const actor of actors) {
        if (ends(ask, actor)) continue
        await puts(stage, target, place)
        const command = ask.command(target.id)
        const outcome = decide(mirror.session, actor, command, scene.clock.now())
        const expected = isRejection(outcome) ? outcome.refusal : 'done'
        const answer = await actor.caller.asks(command)
        expect(`${actor.role} ${command.type} ${role}: ${answer}`).toBe(
          `${actor.role} ${command.type} ${role}: ${expected}`,
        )
        cases += 1
      }
  }
  expect(cases).toBeGreaterThan(250)
})

const ends = ({ verb }: Ask, { role }: One) =>
  (verb === 'endSession' && ['host', 'cohost', 'moderator'].includes(role)) ||
  (verb === 'deleteRoom' && role === 'host')

/** Brings the target to a place again, whatever was done before. */
async function puts({ scene, session, owners, awake }: Stage, target: Target, place: Place): Promise<void> {
  if (isAt(session(), target, place)) return scene.clock.turn(A_LITTLE)
  await scene.passes(A_WHILE, ...awake, target.caller)
  const as = async (who: 'host' | 'target', command: Command) =>
    await (who === 'host' ? owners : target.caller).does(command)
  if (session().removed.has(target.id)) await as('host', { type: 'liftRemoval', person: target.id })
  if (session().people.has(target.id) || session().waiting.has(target.id)) await as('target', { type: 'leave' })
  await as('host', { type: 'lockRoom', on: place === 'waiting' })
  if (place === 'outside') return
  await as('target', { type: 'join', page: target.caller.page })
  if (place === 'waiting') return
  await as('host', { type: 'setRole', person: target.id, role: target.role })
  for (const [who, command] of WAY_TO[place](target.id)) await as(who, command)
}

function isAt(session: Session, { id, role }: One, place: Place): boolean {
  const person = session.people.get(id)
  if (place === 'waiting') return session.waiting.has(id)
  if (place === 'removed') return session.removed.has(id)
  if (place === 'outside') return !person && !session.waiting.has(id) && !session.removed.has(id)
  if (person?.role !== role) return false
  if (place === 'backstage' || place === 'stage') return person.place === place
  if (place === 'hand up') return session.hands.has(id)
  const invited = person.invitation && (person.invitation.hold ? 'held' : 'invited')
  return person.place === 'viewer' && (invited ?? 'watching') === place
}
