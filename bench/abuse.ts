/**
 * How long a hand takes to a moderator's screen in a room of a thousand while one person, or one address, does what nobody should, as a
 * ratio to the same room at rest in the same run; and how long a hall of 400 behind one address takes to enter. JSON.
 * `node bench/abuse.ts --people 1000 --only chat,halfOpen --no-hall`
 */
import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as rest } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import * as v from 'valibot'
import type { Attack, Order } from './abuse/attacks.ts'
import { entersHall } from './abuse/hall.ts'
import { makeCrowd, type Known } from './storm/crowd.ts'
import { joinAll } from './storm/joins.ts'
import type { Member } from './storm/member.ts'
import { LoadedServer } from './storm/server.ts'

const ALL: Attack[] = [
  'helloFlood',
  'joinAndLeave',
  'stageToggle',
  'reactions',
  'chat',
  'refusedCommands',
  'bigFrames',
  'slowReaders',
  'slowWriters',
  'halfOpen',
  'upgradeFlood',
  'requestFlood',
]
const HANDS = 100
// Others may use the machine: calm and attack take turns, and are compared over all turns.
const ROUNDS = 3
// Between two hands, in ms: a room that is lively.
const APART = 15
/** Whose hand was the last. */
let turn = 0
const HALL = 400

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
    only: { type: 'string', default: ALL.join(',') },
    hall: { type: 'boolean', default: true },
  },
  allowNegative: true,
})
const wanted = new Set(values.only.split(','))
const people = Number(values.people)
const folder = await mkdtemp(join(tmpdir(), 'rostrum-abuse-'))
// Beside those who are inside: fifty for the attacks.
const crowd = await makeCrowd(folder, people + 51, 'interactive')
const server = await LoadedServer.rostrum(folder)
const place = { port: server.port, room: crowd.room }
try {
  const [host, ...others] = crowd.people
  if (!host) throw new Error('nobody hosts')
  const [moderator] = (await joinAll(server, crowd.room, [host])).members
  const { members } = await joinAll(server, crowd.room, others.slice(0, people))
  if (!moderator) throw new Error('nobody moderates')
  const attackers = others.slice(people)
  await hands(moderator, members)
  const table = []
  for (const attack of ALL.filter((each) => wanted.has(each)))
    table.push(await beside(attack, moderator, members, attackers))
  const hall = values.hall ? await entersHall(server.port, HALL) : null
  process.stdout.write(`${JSON.stringify({ cores: cpus().length, people: members.length, table, hall }, null, 2)}\n`)
} finally {
  await server.stop()
  await rm(folder, { recursive: true, force: true })
}
process.exit(0)

/** The hands beside an attack, and those of the same room at rest, in turns. */
async function beside(attack: Attack, moderator: Member, members: Member[], attackers: Known[]) {
  const [calm, during] = [new Figures(), new Figures()]
  let done = 0
  for (let round = 0; round < ROUNDS; round++) {
    await calm.add(async () => await hands(moderator, members))
    const child = fork(fileURLToPath(new URL('abuse/attacks.ts', import.meta.url)))
    // Another person each time: who was cut has to wait.
    const taken = [...attackers.slice(ALL.indexOf(attack) * ROUNDS + round), ...attackers]
    child.send({ attack, place, people: taken } satisfies Order)
    // Until the attack is at its height.
    await rest(1_500)
    await during.add(async () => await hands(moderator, members))
    done += await stops(child)
    await rest(500)
  }
  const ratio = Math.round((at(during.times, 0.99) / at(calm.times, 0.99)) * 100) / 100
  return {
    attack,
    done,
    ratio,
    calm: calm.summary(),
    during: during.summary(),
    serverMB: Math.round(server.used().rss / 1_048_576),
  }
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
    const answer = await Promise.race([member.asks({ type: 'raiseHand' }), rest(5_000, null)])
    if (answer?.type === 'done' && (await Promise.race([seen, rest(5_000, false)])))
      all.push(performance.now() - started)
    else lost += 1
    waiting.delete(id)
    void member.asks({ type: 'lowerHand', person: id })
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
