import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { rowOf, type Row } from '../report.ts'
import { writeToAll } from './chat.ts'
import { CHURNING, churn } from './churn.ts'
import { costOfCommand } from './command.ts'
import { bareCrowd, makeCrowd, type Crowd } from './crowd.ts'
import { comeFromOneAddress } from './hall.ts'
import { raiseHands } from './hands.ts'
import { join as joinRoom, joinRows } from './joins.ts'
import { killEngine } from './engine.ts'
import { begin, type Load } from './load.ts'
import { unlock } from './lobby.ts'
import { killAndReturn } from './restart.ts'
import { LoadedServer } from './server.ts'

/** `people`: how large the rooms are. `profiles`: a folder for profiles of our server's processor, or null. */
export type Storm = { people: number; profiles: string | null }

const HANDS = 200
const MESSAGES = 6
const CHURN_SECONDS = 10
const AMONG = 1_000
const HALL = 400
const IN_MEDIA = 500
// So many connected people are what a restart has to bring back; a smaller storm brings back its own.
const RESTARTED = 6_000

/** What a storm consists of. Each gives its rows; the bare server is loaded first, and then ours. */
export const SCENARIOS = { room, restart, lobby, hall, engine, command } satisfies Record<
  string,
  (storm: Storm) => Promise<Row[]>
>

/** People join, raise hands, write, and come and go, in one session. */
async function room({ people, profiles }: Storm): Promise<Row[]> {
  const inRoom = async (load: Load) => {
    const joins = await joinRoom(load, people)
    const quiet = await raiseHands(load, HANDS)
    const chat = await writeToAll(load, MESSAGES)
    let busy = quiet
    const churned = await churn(load, CHURN_SECONDS, async () => {
      busy = await raiseHands(load, HANDS)
    })
    return { joins, quiet, chat, busy, churned }
  }
  const bare = await onBare(people + CHURNING, inRoom)
  const ours = await onOurs(people + CHURNING, profiles, inRoom)
  const { chat, churned } = ours
  return [
    ...joinRows(people, ours.joins, bare.joins),
    rowOf('a hand reaches a moderator, in a quiet room', 'ms', ours.quiet, {
      judged: 'p99',
      bare: bare.quiet.p99,
      floor: 100,
      goal: 40,
    }),
    rowOf('a hand reaches a moderator while 100 come and 100 go a second', 'ms', ours.busy, {
      judged: 'p99',
      bare: bare.busy.p99,
      floor: 200,
      goal: 80,
    }),
    rowOf('a message reaches everybody', 'ms', chat, { judged: 'p99', bare: bare.chat.p99, floor: 220, goal: 180 }),
    rowOf(
      'sent to a viewer while 100 come and 100 go a second',
      'kB/s',
      { value: churned.kB },
      { floor: 2, goal: 0.5 },
    ),
    rowOf(
      'of a core, while 100 come and 100 go a second',
      '%',
      { value: churned.serverCpu, load: churned.loadCpu },
      { bare: bare.churned.serverCpu },
    ),
  ]
}

/** The server is killed with everybody inside. */
async function restart({ people, profiles }: Storm): Promise<Row[]> {
  const many = Math.min(people, RESTARTED)
  const killed = async (load: Load) => {
    await joinRoom(load, many)
    return await killAndReturn(load)
  }
  const bare = await onBare(many, killed)
  const { why, ready, refused, ...times } = await onOurs(many, profiles, killed)
  complain(refused, why)
  return [
    rowOf(
      `all ${count(many)} are back after the server was killed`,
      'ms',
      { ...times, listens: ready },
      { judged: 'max', bare: bare.max, floor: 10_000, goal: 5_000 },
    ),
    rowOf('refused meanwhile', '', { value: refused }, { floor: 0, goal: 0 }),
  ]
}

/** A locked room is unlocked, before which many wait. */
async function lobby({ people, profiles }: Storm): Promise<Row[]> {
  const among = Math.min(people, AMONG)
  const sizes = people < AMONG ? [people] : [800, 3_000]
  const rows: Row[] = []
  for (const waiting of sizes) {
    const unlocked = async (load: Load) => {
      await joinRoom(load, among)
      return await unlock(load, waiting)
    }
    const bare = await onBare(among + waiting, unlocked)
    const { stall, took, serverCpu, loadCpu } = await onOurs(among + waiting, profiles, unlocked)
    rows.push(
      rowOf(
        `the loop stands still when a room of ${count(among)} is unlocked, before which ${count(waiting)} wait`,
        'ms',
        { longest: stall, 'all in after': took, cpu: serverCpu, load: loadCpu },
        { bare: bare.stall, floor: 100, goal: 30 },
      ),
    )
  }
  return rows
}

/** A hall comes in from one address. */
async function hall({ people, profiles }: Storm): Promise<Row[]> {
  const many = Math.min(people, HALL)
  const { why, refused, ...times } = await onOurs(0, profiles, async (load, crowd) => {
    return await comeFromOneAddress(load, crowd, many)
  })
  complain(refused, why)
  return [
    rowOf(`a hall of ${many} behind one address is inside`, 'ms', times, {
      judged: 'max',
      floor: 60_000,
      goal: 10_000,
    }),
    rowOf('refused of the hall', '', { value: refused }, { floor: 0, goal: 0 }),
  ]
}

/** LiveKit is killed with everybody in it. */
async function engine({ people, profiles }: Storm): Promise<Row[]> {
  const many = Math.min(people, IN_MEDIA)
  const { calm, meanwhile, all } = await onOurs(many, profiles, async (load) => {
    await joinRoom(load, many)
    return await killEngine(load)
  })
  return [
    rowOf(
      `a message reaches everybody while LiveKit is killed with ${many} in it`,
      'ms',
      { ...meanwhile, 'p99 before': calm.p99 },
      { judged: 'p99', floor: 220, goal: 180 },
    ),
    rowOf('… until all are in LiveKit again', 'ms', { value: all }),
  ]
}

/** One command, without sockets and disk. */
async function command({ people }: Storm): Promise<Row[]> {
  const cost = await inFolder(async (folder) => await costOfCommand(folder, people))
  return [rowOf('a command is decided, evolved and handed out', 'µs', cost, { judged: 'p50', floor: 100, goal: 50 })]
}

async function onBare<T>(people: number, work: (load: Load) => Promise<T>): Promise<T> {
  const crowd = bareCrowd(people + 1)
  return await loaded(await LoadedServer.bare(), crowd, work)
}

async function onOurs<T>(
  people: number,
  profiles: string | null,
  work: (load: Load, crowd: Crowd) => Promise<T>,
): Promise<T> {
  return await inFolder(async (folder) => {
    const crowd = await makeCrowd(folder, people + 1)
    return await loaded(await LoadedServer.rostrum(folder, profiles), crowd, work)
  })
}

async function loaded<T>(
  server: LoadedServer,
  crowd: Crowd,
  work: (load: Load, crowd: Crowd) => Promise<T>,
): Promise<T> {
  try {
    const load = await begin(server, crowd)
    const found = await work(load, crowd)
    for (const { socket } of [load.host, ...load.inside]) socket.cut()
    return found
  } finally {
    await server.stop()
  }
}

async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'rostrum-storm-'))
  try {
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function complain(refused: number, why: string | undefined): void {
  if (refused > 0) process.stderr.write(`${refused} were refused, the first: ${why}\n`)
}

function count(many: number): string {
  return many.toLocaleString('en')
}
