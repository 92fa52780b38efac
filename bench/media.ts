/**
 * How many viewers the media hold. A real LiveKit, a stage that sends sound and simulcast pictures, and viewers over WebRTC who
 * count what arrives (`bench/media`, in Go; nothing is decoded). For each number of viewers it prints what was received, what was
 * lost, how late sound came, and the CPU of LiveKit, of the viewers and of whatever else ran meanwhile, which makes sound late too; and
 * stops where this machine ends. Prints JSON.
 * `node bench/media.ts --stage sound|one|six --viewers 25,50,100,200,400 --seconds 8`
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import * as v from 'valibot'
import { pino } from 'pino'
import { createLiveKit } from '../src/server/media/media.livekit.ts'
import { builtLiveKit, KEYS } from '../test/media/livekit.ts'
import { print, reportOf, rowOf, type Row } from './report.ts'
import { rounded } from './spread.ts'

const { values } = parseArgs({
  options: {
    stage: { type: 'string', default: 'one' },
    viewers: { type: 'string', default: '25,50,100,200,400,800' },
    seconds: { type: 'string', default: '8' },
  },
})
/** How many on stage send sound, and how many pictures: of these a viewer has one large, and the others small. */
const STAGES = new Map([
  ['sound', { sounds: 1, pictures: 0 }],
  ['one', { sounds: 1, pictures: 1 }],
  ['six', { sounds: 6, pictures: 6 }],
])
const stage = STAGES.get(values.stage)
if (!stage) throw new Error(`--stage is one of ${[...STAGES.keys()].join(', ')}`)
const seconds = Number(values.seconds)
// Beyond these the stage is no longer heard as it speaks.
const LOSS_MAX = 1
const LATE_MAX_MS = 200
/** LiveKit gives smaller pictures before it loses what it sends: so much of what the viewers before received is whole. */
const WHOLE = 0.9
/** Beyond this more viewers would say nothing new. */
const LOST = 10
/** Left free on a machine that shall not stutter. */
const USABLE = 0.7
const CORES = cpus().length
const ROOM = 'bench'
/** Nobody is taken out for being unknown here. */
const DAY_MS = 86_400_000

const Spread = v.object({ p50: v.number(), p99: v.number() })
const Rates = { packetsPerSecond: v.number(), mbitPerSecond: v.number(), cores: v.number(), lateP99Ms: v.number() }
const Sent = v.object({ ...Rates, keyFramesPerSecond: v.number() })
const Received = v.object({
  ...Rates,
  lossPercent: v.number(),
  silent: v.number(),
  hearing: v.number(),
  soundMs: Spread,
})
const Grown = v.object({ failed: v.number(), joinsPerSecond: v.number(), firstSoundMs: Spread })

const folder = mkdtempSync(join(tmpdir(), 'rostrum-bench-media-'))
const ports = { udpPort: 0, tcpPort: 0, httpPort: 0 }
const engine = { kind: 'own', binary: builtLiveKit(), address: '127.0.0.1', ...ports, ...KEYS } as const
const log = pino({ level: 'silent' })
const media = await createLiveKit({ ...engine, webhook: 'http://127.0.0.1:9/', dataFolder: folder }, log, DAY_MS)
media.open(ROOM)
await media.opened(ROOM)
const program = join(folder, 'load')
await run('go', ['build', '-o', program, '.'])
const publisher = load('publish')
const viewers = load('receive')
await publisher.asks('grow 0', v.unknown())

const rows: Row[] = []
let held: { n: number; livekit: number; mbit: number; packets: number } | null = null
for (const n of values.viewers.split(',').map(Number)) {
  const grown = await viewers.asks(`grow ${n}`, Grown)
  // Key frames for the last to come are over.
  await new Promise((next) => setTimeout(next, 2_000))
  const before = await media.work()
  const [began, busy] = [performance.now(), busySeconds()]
  const [sent, received] = await Promise.all([
    publisher.asks(`measure ${seconds}`, Sent),
    viewers.asks(`measure ${seconds}`, Received),
  ])
  const after = await media.work()
  const took = (performance.now() - began) / 1_000
  const livekit = ((after?.cpuSeconds ?? 0) - (before?.cpuSeconds ?? 0)) / took
  const others = (busySeconds() - busy) / took - livekit - sent.cores - received.cores
  const isHeld =
    grown.failed === 0 &&
    received.silent === 0 &&
    received.hearing === n * stage.sounds &&
    received.lossPercent <= LOSS_MAX &&
    received.mbitPerSecond / n >= WHOLE * (held ? held.mbit / held.n : 0) &&
    received.soundMs.p99 <= LATE_MAX_MS
  const viewersOf = `${n} viewers of ${values.stage}`
  rows.push(
    rowOf(`${viewersOf}: LiveKit works`, 'cores', {
      value: rounded(livekit, 3),
      viewers: rounded(received.cores, 3),
      others: rounded(others, 3),
    }),
    rowOf(`${viewersOf}: sound is late`, 'ms', { p99: received.soundMs.p99 }),
    rowOf(`${viewersOf}: packets lost`, '%', { value: rounded(received.lossPercent, 3) }),
    rowOf(`${viewersOf}: received`, 'Mbit/s', { value: rounded(received.mbitPerSecond, 1) }, { better: 'more' }),
  )
  if (received.lossPercent > LOST || grown.failed > 0) break
  if (isHeld) held = { n, livekit, mbit: received.mbitPerSecond, packets: received.packetsPerSecond }
}
publisher.end()
viewers.end()
await media.stop()
rmSync(folder, { recursive: true, force: true })
print(reportOf('media', [...rows, ...estimate()], `npm run bench:media -- --stage ${values.stage}`))
process.exit(0)

/** What all programs of this machine have worked, in seconds of CPU. */
function busySeconds(): number {
  return cpus().reduce((sum, { times }) => sum + times.user + times.nice + times.sys + times.irq, 0) / 1_000
}

/**
 * What follows from the most that was held. LiveKit takes `USABLE` of the cores, its cost grows with the number of packets, cores add up,
 * and the network carries it: an estimate. On loopback the kernel copies packets that a network card would send.
 */
function estimate(): Row[] {
  if (!held) return []
  const perViewer = held.livekit / held.n
  const on = (cores: number) => Math.floor((cores * USABLE) / perViewer)
  const mbit = rounded((on(16) * held.mbit) / held.n)
  return [
    rowOf('held with less than 1 % lost, at most', 'viewers', { value: held.n }, { better: 'more' }),
    rowOf('LiveKit for a packet', 'µs of a core', { value: rounded((held.livekit / held.packets) * 1e6, 1) }),
    rowOf(`estimated for ${CORES} cores`, 'viewers', { value: on(CORES) }, { better: 'more' }),
    rowOf(`estimated for 16 cores, with ${mbit} Mbit/s out`, 'viewers', { value: on(16) }, { better: 'more' }),
  ]
}

/** A process of the load, and what it is asked: a line each, answered by a line. */
function load(role: 'publish' | 'receive') {
  const to = { url: media.url.replace('http', 'ws'), ...KEYS, room: ROOM, role, ...stage }
  const asked = Object.entries(to).flatMap(([name, value]) => [`-${name}`, String(value)])
  const child = spawn(program, asked, { stdio: ['pipe', 'pipe', 'inherit'] })
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]()
  return {
    async asks<T>(command: string, schema: v.GenericSchema<unknown, T>): Promise<T> {
      child.stdin.write(`${command}\n`)
      const { value } = await lines.next()
      return v.parse(schema, JSON.parse(value ?? 'null'))
    },
    end: () => void child.kill('SIGKILL'),
  }
}

async function run(command: string, args: string[]): Promise<void> {
  const cwd = join(import.meta.dirname, 'media')
  const child = spawn(command, args, { cwd, env: { ...process.env, CGO_ENABLED: '0' }, stdio: 'inherit' })
  const [code]: unknown[] = await once(child, 'exit')
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${String(code)}`)
}
