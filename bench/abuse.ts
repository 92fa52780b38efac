/**
 * How long a hand takes to a moderator's screen in a room of a thousand while one person, or one address, does what nobody should, as a
 * comparison with the same room at rest in the same run. Prints JSON.
 * `node bench/abuse.ts --people 1000 --only chat,halfOpen`
 */
import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as rest } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import * as v from 'valibot'
import type { Attack, Order } from './abuse/attacks.ts'
import { print, reportOf, rowOf, type Row } from './report.ts'
import { makeCrowd, type Known } from './storm/crowd.ts'
import { begin, bringIn } from './storm/load.ts'
import type { Member } from './storm/member.ts'
import { LoadedServer } from './storm/server.ts'

/** What each attack is, as the table says it. */
const ATTACKS = new Map<Attack, string>([
  ['helloFlood', 'one viewer who says hello again and again'],
  ['joinAndLeave', 'one who joins and leaves, a thousand times a second'],
  ['stageToggle', 'one who goes on and off the stage, a thousand times a second'],
  ['reactions', 'one who reacts a thousand times a second'],
  ['chat', 'one who writes a thousand messages a second'],
  ['refusedCommands', 'one who asks a thousand times a second for what is refused'],
  ['bigFrames', 'one who sends frames of 16 kB as fast as possible'],
  ['slowReaders', '50 who are inside and read nothing'],
  ['slowWriters', '1,000 connections that send byte by byte'],
  ['halfOpen', '2,000 connections with half a request'],
  ['manyHalfOpen', '10,000 connections with half a request, again as soon as they are cut'],
  ['upgradeFlood', 'a stranger who connects as fast as possible'],
  ['requestFlood', 'a stranger who requests as fast as possible over 100 connections'],
])
const ALL = [...ATTACKS.keys()]
const HANDS = 100
// Others may use the machine: calm and attack take turns, and are compared over all turns.
const ROUNDS = 3
// Between two hands, in ms: a room that is lively.
const APART = 15
/** Whose hand was the last. */
let turn = 0

/** What hands took over several turns, and the server for them. */
class Figures {
  readonly times: number[] = []
  #lost = 0
  #cpu = 0
  #wall = 0
  #stall = 0

  async add(raises: () => Promise<{ all: number[]; lost: number }>): Promise<void> {
    await server.longestStall()
    const [before, started] = [server.used().cpu, performance.now()]
    const { all, lost } = await raises()
    this.#cpu += server.used().cpu - before
    this.#wall += performance.now() - started
    this.#stall = Math.max(this.#stall, await server.longestStall())
    this.times.push(...all)
    this.#lost += lost
  }

  /** `cores`: how much of a core the server used; `stall`: for how many ms its loop stood still at most. */
  summary() {
    const cores = Math.round((this.#cpu / this.#wall) * 100) / 100
    return { p50: at(this.times, 0.5), p99: at(this.times, 0.99), lost: this.#lost, cores, stall: this.#stall }
  }
}

const { values } = parseArgs({
  options: {
    people: { type: 'string', default: '1000' },
    only: { type: 'string' },
  },
})
const wanted = values.only?.split(',')
const people = Number(values.people)
const folder = await mkdtemp(join(tmpdir(), 'rostrum-abuse-'))
// Beside those who are inside: some for each attack, of which one takes fifty.
const crowd = await makeCrowd(folder, people + 100, 'interactive')
const server = await LoadedServer.rostrum(folder)
const place = { port: server.port, room: crowd.room }
try {
  const load = await begin(server, crowd)
  const { host: moderator, others: attackers } = load
  const { members } = await bringIn(load, people)
  await hands(moderator, members)
  const rows: Row[] = []
  for (const [n, attack] of ALL.entries())
    if (!wanted || wanted.includes(attack))
      rows.push(await beside(attack, moderator, members, attackers.slice(n * ROUNDS)))
  print(reportOf('abuse', rows))
} finally {
  await server.stop()
  await rm(folder, { recursive: true, force: true })
}
process.exit(0)

/** The hands beside an attack, and those of the same room at rest, in turns. */
async function beside(attack: Attack, moderator: Member, members: Member[], attackers: Known[]): Promise<Row> {
  const [calm, during] = [new Figures(), new Figures()]
  let done = 0
  for (let round = 0; round < ROUNDS; round++) {
    await calm.add(async () => await hands(moderator, members))
    const child = fork(fileURLToPath(new URL('abuse/attacks.ts', import.meta.url)))
    // Another person each time: who was cut has to wait.
    child.send({ attack, place, people: attackers.slice(round) } satisfies Order)
    // Until the attack is at its height.
    await rest(1_500)
    await during.add(async () => await hands(moderator, members))
    done += await stops(child)
    await rest(500)
  }
  const rest99 = at(calm.times, 0.99)
  const memory = Math.round(server.used().rss / 1_048_576)
  return rowOf(
    ATTACKS.get(attack) ?? attack,
    'ms',
    { ...during.summary(), 'p99 at rest': rest99, 'cores at rest': calm.summary().cores, 'memory, MB': memory, done },
    { judged: 'p99', floor: rest99 * 2, goal: rest99 * 1.2 },
  )
}

async function stops(child: ChildProcess): Promise<number> {
  const gone = once(child, 'exit')
  const told = once(child, 'message')
  child.kill('SIGTERM')
  const [message] = await Promise.race([told, gone.then(() => [{ done: 0 }])])
  await gone
  return v.parse(v.object({ done: v.number() }), message).done
}

/** Raises hands one after the other, each of another person; gives how long each took to the moderator, in ms. */
async function hands(moderator: Member, members: Member[]) {
  const waiting = new Map<string, () => void>()
  moderator.heard = (text) => {
    for (const [, id] of text.matchAll(/"type":"handRaised"[^}]*?"person":"([^"]+)"/g)) waiting.get(id ?? '')?.()
  }
  const all: number[] = []
  let lost = 0
  const raised = Array.from({ length: HANDS }, async (_, n) => {
    await rest(n * APART)
    const member = next(members)
    const { id } = member.who
    const started = performance.now()
    const seen = new Promise<boolean>((heard) => waiting.set(id, () => heard(true)))
    const raise = async () => await member.does({ type: 'raiseHand' }).then(async () => await seen)
    if (await Promise.race([raise().catch(() => false), rest(5_000, false)])) all.push(performance.now() - started)
    else lost += 1
    waiting.delete(id)
    await member.does({ type: 'lowerHand', person: id }).catch(() => {})
  })
  await Promise.all(raised)
  return { all, lost }
}

function next(members: Member[]): Member {
  turn += 1
  const member = members[turn % members.length]
  if (!member) throw new Error('nobody is inside')
  return member
}

/** A share of these is not longer than that. */
function at(times: number[], share: number): number {
  const sorted = times.toSorted((one, other) => one - other)
  return Math.round((sorted[Math.floor(sorted.length * share)] ?? NaN) * 10) / 10
}
