import { setTimeout as wait } from 'node:timers/promises'
import { rowOf, type Row } from '../report.ts'
import { rounded } from '../spread.ts'
import { bringIn, spent, type Load } from './load.ts'

// Until what was sent is read, and V8 has taken out some of its rubbish.
const REST = 3_000

/** Brings so many in, as fast as they get in: what they wait for, and what they cost. They stay. */
export async function join(load: Load, many: number) {
  const { server } = load
  const idle = server.used().rss
  const refused: string[] = []
  const { took, serverCpu, loadCpu, stall } = await spent(server, async () => {
    const joined = await bringIn(load, many)
    load.inside.push(...joined.members)
    refused.push(...joined.refused)
  })
  await wait(REST)
  const joined = load.inside.length
  return {
    perSecond: Math.round((1_000 * joined) / took),
    cpu: rounded(serverCpu / joined, 2),
    loadCpu: rounded(loadCpu / joined, 2),
    stall,
    kB: rounded((server.used().rss - idle) / joined / 1_024, 1),
    refused: refused.length,
    why: refused[0],
  }
}

type Joined = Awaited<ReturnType<typeof join>>

/** What a join costs may not grow with the room: the floor is said for every size, and so is the goal. */
export function joinRows(many: number, ours: Joined, bare: Joined): Row[] {
  const memory = many < 10_000 ? { floor: 25, goal: 18 } : { floor: 14, goal: 11 }
  const rate = many < 10_000 ? {} : { floor: 600, goal: 1_000 }
  if (ours.refused > 0) process.stderr.write(`${ours.refused} were refused, the first: ${ours.why}\n`)
  return [
    rowOf(
      'joins a second',
      '/s',
      { value: ours.perSecond, refused: ours.refused },
      { better: 'more', bare: bare.perSecond, ...rate },
    ),
    rowOf(
      'processor time of a join',
      'ms',
      { value: ours.cpu, load: ours.loadCpu },
      { bare: bare.cpu, floor: 1.5, goal: 0.9 },
    ),
    rowOf('longest stall while they join', 'ms', { value: ours.stall }, { bare: bare.stall }),
    rowOf('memory of a connected viewer', 'kB', { value: ours.kB }, { bare: bare.kB, ...memory }),
  ]
}
