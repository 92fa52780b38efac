import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import {
  ASKS,
  isReal,
  PLACES,
  refusalByTable,
  ROLES,
  WAY_TO,
  type Place,
} from '../../../test/rules/permission-cases.ts'
import { does, given } from '../../../test/rules/given.ts'
import { Command } from '../../protocol/commands.ts'
import { Refusal } from '../../protocol/refusals.ts'
import type { Role } from '../../protocol/types.ts'
import { decide } from '../decide.ts'
import { isRejection } from '../outcome.ts'
import { can, type Verb } from './policy.ts'
import type { Session } from '../session/session.ts'

const actors = ROLES.map((role) => ({ id: `does-${role}`.padEnd(22, '_'), name: `A ${role}`, role }))
const host = { id: 'owner'.padEnd(22, '_'), name: 'Hana Weber', role: 'host' as const }
const targetOf = (role: Role) => ({ id: 'target'.padEnd(22, '_'), name: 'Noor Rahimi', role })

test('[ROLE-8] the table in SPEC.md is the table by which the rules decide', () => {
  const spec = readFileSync(join(import.meta.dirname, '..', '..', '..', 'SPEC.md'), 'utf8')
  const table = /<!-- matrix -->\n([\s\S]*)\n<!-- \/matrix -->/.exec(spec)?.[1] ?? ''
  const [, , ...rows] = table.split('\n').map((line) => line.split('|').map((cell) => cell.trim()))
  const seen = new Set<string>()
  for (const [, names = '', ...cells] of rows)
    for (const verb of names.replaceAll('`', '').split(', ') as Verb[]) {
      seen.add(verb)
      for (const [n, actor] of ROLES.entries())
        for (const target of ROLES) {
          const says = n < 3 && reaches(cells[n] ?? '', target)
          expect([verb, actor, target, can({ role: actor }, verb, { role: target })]).toEqual([
            verb,
            actor,
            target,
            says,
          ])
        }
    }
  for (const { verb } of ASKS) expect(seen).toContain(verb)
})

/** `all`, `yes`, or `from … down`. */
function reaches(cell: string, target: Role): boolean {
  const from = /^from (.*) down$/.exec(cell)?.[1]?.replace('-', '')
  return from ? ROLES.indexOf(target) >= ROLES.indexOf(from as Role) : cell === 'all' || cell === 'yes'
}

const OWN = [
  'join',
  'leave',
  'deleteMyData',
  'goOnStage',
  'leaveStage',
  'turnMicrophone',
  'turnCamera',
  'raiseHand',
  'giveReason',
]
const OWN_TOO = ['startRehearsal', 'startShare', 'changeName', 'react', 'askToJoin', 'declineInvitation']
// About what is presented, by who presents it or could stop them. [PRESENT-4]
const OF_CONTENT = ['presentContent', 'turnPage', 'playContent', 'zoomContent']
const OWN_WORDS = ['write', 'likeMessage', 'deleteMessage', 'giveFeedback']

test('the cases below hold everything that one can do to another or to the room', () => {
  const all = Command.options.map(({ entries }) => entries.type.literal)
  const asked = ASKS.map(({ command }) => command(host.id).type)
  expect(all.toSorted()).toEqual([...new Set([...OWN, ...OWN_TOO, ...OWN_WORDS, ...OF_CONTENT, ...asked])].toSorted())
})

test('role × verb × target × place: what the table says is what the rules decide', () => {
  let cases = 0
  for (const place of PLACES)
    for (const target of ROLES)
      if (isReal(target, place)) {
        const session = withTargetAt(place, target)
        for (const actor of actors)
          for (const ask of ASKS) {
            const person = targetOf(target).id
            const outcome = decide(session, actor, ask.command(person), 100_000)
            const refusal = isRejection(outcome) ? outcome.refusal : null
            const what = `${actor.role} ${ask.verb} ${target} ${place}: ${refusal ?? 'done'}`
            const isInside = session.people.has(person) || (ask.met === true && session.former.has(person))
            const byTable = refusalByTable(ask, actor.role, target, isInside)
            if (ask.aimed && !isInside) expect(refusal, what).toBe('no-such-person')
            else if (byTable) expect(refusal, what).toBe(byTable)
            else expect(refusal, what).not.toBe('not-allowed')
            if (refusal) expect(Refusal.options).toContain(refusal)
            cases += 1
          }
      }
  expect(cases).toBeGreaterThan(4_000)
})

function withTargetAt(place: Place, role: Role): Session {
  const target = targetOf(role)
  const session = given('webinar', host, ...actors)
  does(session, host, { type: 'setAccess', access: 'request' })
  if (place === 'outside') return session
  if (place === 'waiting') does(session, host, { type: 'lockRoom', on: true })
  does(session, target, { type: 'join', page: target.id })
  if (place === 'waiting') return session
  for (const [who, command] of WAY_TO[place](target.id)) does(session, who === 'host' ? host : target, command)
  return session
}
