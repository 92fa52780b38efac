/**
 * Times what one command costs the rules, `decide` and `evolve` together, in rooms of 100, 1,000 and 10,000 people with a
 * full stage and every tenth hand up. Prints JSON: µs per command, by command and in all. `node bench/rules.ts [rounds]`.
 */
import type { Command } from '../src/protocol/commands.ts'
import type { Role } from '../src/protocol/types.ts'
import { decide } from '../src/rules/decide.ts'
import { evolve } from '../src/rules/evolve.ts'
import { isRejection, type Actor } from '../src/rules/outcome.ts'
import { permissionsOf } from '../src/rules/permissions/policy.ts'
import { startSession } from '../src/rules/session/room.ts'
import { nothingYet, type Session } from '../src/rules/session/session.ts'
import { print, reportOf, rowOf } from './report.ts'
import { spread } from './spread.ts'

const rounds = Number(process.argv[2] ?? 2_000)
const ON_STAGE = { type: 'goOnStage', microphone: true, camera: true } as const

const person = (n: number): Actor => {
  const role: Role = n === 0 ? 'host' : n < 5 ? 'moderator' : n < 40 ? 'speaker' : 'participant'
  return { id: `person-${n}`.padEnd(22, '_'), name: `Person ${n}`, role }
}

/** Everything that happens again and again in a session, each pair undone by the next command. Person by number. */
const CYCLE: readonly [actor: number, command: Command][] = [
  [50, { type: 'turnMicrophone', on: false }],
  [60, { type: 'raiseHand' }],
  [60, { type: 'giveReason', reason: 'The roof leaks' }],
  [1, { type: 'moveHand', person: person(60).id, before: person(70).id }],
  [1, { type: 'lowerHand', person: person(60).id }],
  [1, { type: 'invite', person: person(61).id }],
  [61, { type: 'declineInvitation' }],
  [0, { type: 'holdBackstage', person: person(62).id }],
  [62, ON_STAGE],
  [0, { type: 'removeFromStage', person: person(62).id }],
  [7, { type: 'leaveStage' }],
  [7, ON_STAGE],
  [1, { type: 'mute', person: person(7).id }],
  [7, { type: 'turnMicrophone', on: true }],
  [1, { type: 'setLock', person: person(8).id, source: 'camera', on: true }],
  [1, { type: 'setLock', person: person(8).id, source: 'camera', on: false }],
  [0, { type: 'turnOffAll', source: 'camera', lock: true }],
  [0, { type: 'unlockAll', source: 'camera' }],
  [0, { type: 'setRole', person: person(63).id, role: 'moderator' }],
  [0, { type: 'setRole', person: person(63).id, role: 'participant' }],
  [0, { type: 'setPermissions', person: person(64).id, permissions: { ...permissionsOf(person(64)), chat: false } }],
  [0, { type: 'setPermissions', person: person(64).id, permissions: permissionsOf(person(64)) }],
  [0, { type: 'setAccess', access: 'request' }],
  [0, { type: 'setAccess', access: 'invite' }],
  [68, { type: 'write', text: 'The roof leaks', to: null, reply: null, key: null }],
  [69, { type: 'write', text: 'It leaks', to: person(68).id, reply: null, key: null }],
  [0, { type: 'blockFromChat', person: person(68).id }],
  [0, { type: 'letBackIntoChat', person: person(68).id }],
  [0, { type: 'removeFromRoom', person: person(65).id, lasting: false }],
  [0, { type: 'liftRemoval', person: person(65).id }],
  [65, { type: 'join', page: person(65).id }],
  [66, { type: 'leave' }],
  [66, { type: 'join', page: person(66).id }],
  [67, { type: 'endSession' }],
]

function roomOf(people: number): Session {
  const room = { id: 'room'.padEnd(22, '_'), name: 'Bench', mode: 'webinar' as const }
  const begin = startSession(room, null, person(0), 'session'.padEnd(22, '_'), 0, 900_000)
  if (!Array.isArray(begin)) throw new Error(begin.refusal)
  const session = begin.reduce(evolve, nothingYet())
  for (let n = 0; n < people; n++) {
    does(session, n, { type: 'join', page: person(n).id }, 1)
    if (n >= 5 && n < 15) does(session, n, ON_STAGE, 1)
    else if (n % 10 === 0) does(session, n, { type: 'raiseHand' }, 1)
  }
  return session
}

function does(session: Session, n: number, command: Command, at: number): void {
  const outcome = decide(session, person(n), command, at)
  for (const event of isRejection(outcome) ? (outcome.events ?? []) : outcome) evolve(session, event)
}

function measured(people: number) {
  const session = roomOf(people)
  const actors = CYCLE.map(([n]) => person(n))
  const spent = new Map<string, number[]>()
  for (let round = 0; round < rounds; round++)
    for (const [n, [, command]] of CYCLE.entries()) {
      const actor = actors[n] ?? person(0)
      const at = 100_000 + round * 20_000
      const started = performance.now()
      const outcome = decide(session, actor, command, at)
      for (const event of isRejection(outcome) ? (outcome.events ?? []) : outcome) evolve(session, event)
      const took = (performance.now() - started) * 1_000
      noted(spent, command.type).push(took)
    }
  const all = [...spent.values()].flat()
  const by = Object.fromEntries([...spent].map(([type, times]) => [type, mean(times)]))
  return { people, hands: session.hands.size, onStage: session.stage.size, ...spread(all, 2), mean: mean(all), by }
}

function noted(spent: Map<string, number[]>, type: string): number[] {
  const times = spent.get(type) ?? []
  spent.set(type, times)
  return times
}

const mean = (values: number[]) => Math.round((100 * values.reduce((a, b) => a + b, 0)) / values.length) / 100

// Once for the compiler alone.
measured(1_000)
const rows = [100, 1_000, 10_000].map((people) => {
  const { mean: average, p50, p95, p99 } = measured(people)
  return rowOf(`a command decides at ${people.toLocaleString('en')} people`, 'µs', { p50, mean: average, p95, p99 })
})
print(reportOf('rules', rows))
