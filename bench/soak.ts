/**
 * Watches what a room holds in memory while people come and go: one browser watches, one comes on stage and off again, and
 * strangers without a browser join, raise a hand, come on stage and leave, several a second. Twice a minute the watching page's
 * heap is counted after its rubbish was taken out, a heap snapshot says how much of what it holds is its own and how much is
 * compiled code, and the server's memory is read. Prints JSON, in MB, and ends with 1 where the page's heap, what it holds
 * beside code or its number of nodes goes on growing. For a nightly run: `node bench/soak.ts [minutes]`, 30 by default.
 */
import { readFileSync } from 'node:fs'
import type { CDPSession } from 'playwright-core'
import { openBrowser } from '../e2e/support/browser.ts'
import { startTestServer } from '../e2e/support/test-server.ts'
import { Visitor } from '../e2e/support/visitor.ts'
import { Caller } from '../test/server/socket-client.ts'
import { print, reportOf, rowOf } from './report.ts'

const minutes = Number(process.argv[2] ?? 30)
const SAMPLES_A_MINUTE = 2
const STRANGERS = 4
/** How long one stays on stage, and away before one comes again: who acts faster than anybody can is told so. */
const STAYS_MS = 1_000
/** What a last third may hold more than the one before it, as a share. */
const GROWTH_MAX = 0.05
const JUDGED = ['heap', 'things', 'nodes'] as const
type Held = Awaited<ReturnType<typeof held>>

const server = await startTestServer()
const browser = await openBrowser()
const come = async (name: string) => await Visitor.come(browser, server.url, name)
const hana = await come('Hana Weber')
const links = await hana.hostsRoom('Soak', 'Interactive')
const noor = await come('Noor Rahimi')
await noor.comesToWatch(links.viewer)
const watching = await hana.context.newCDPSession(hana.page)
const token = new URL(links.viewer).pathname.split('/').at(-1) ?? ''
const room = new URL(hana.page.url()).pathname.split('/')[2] ?? ''
const end = performance.now() + minutes * 60_000
const stays = async () => await new Promise((next) => setTimeout(next, STAYS_MS))
let visits = 0

/** One stranger after another, until the time is over. */
async function strangers(): Promise<void> {
  while (performance.now() < end) {
    const answer = await fetch(`${server.url}/api/links/${token}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: server.url },
      body: JSON.stringify({ name: `Stranger ${++visits}` }),
    })
    const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? ''
    const url = `${server.url.replace('http', 'ws')}/api/rooms/${room}/socket`
    const caller = await Caller.open(url, { cookie, origin: server.url })
    await caller.hello()
    await caller.asks({ type: 'join', page: caller.page })
    await caller.asks({ type: 'raiseHand' })
    await caller.asks({ type: 'goOnStage', microphone: false, camera: false })
    await stays()
    await caller.asks({ type: 'leave' })
    await caller.goes('closed')
    await stays()
  }
}

/** One with a camera, up and down again. */
async function speaker(): Promise<void> {
  while (performance.now() < end) {
    await noor.presses('Join stage')
    const sheet = noor.page.getByRole('dialog')
    await sheet.locator('video').waitFor()
    await sheet.getByRole('button', { name: 'Join stage', exact: true }).click()
    await hana.tile('Noor Rahimi').waitFor()
    await stays()
    await noor.presses('Leave stage')
    await hana.tile('Noor Rahimi').waitFor({ state: 'detached' })
    await stays()
  }
}

const MB = 1_048_576
const round = (value: number) => Math.round(value * 100) / 100

/** The part of V8's heap snapshot format that is read here: each node is a run of numbers, named by the fields. */
type Snapshot = {
  snapshot: { meta: { node_fields: string[]; node_types: [string[], ...unknown[]] } }
  nodes: number[]
}

/** Bytes of compiled code in a page, and of everything else that it and the browser hold for it: by a heap snapshot. */
async function kinds(page: CDPSession) {
  const chunks: string[] = []
  const add = ({ chunk }: { chunk: string }) => chunks.push(chunk)
  page.on('HeapProfiler.addHeapSnapshotChunk', add)
  await page.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false })
  page.off('HeapProfiler.addHeapSnapshotChunk', add)
  const { snapshot, nodes } = JSON.parse(chunks.join('')) as Snapshot
  const { node_fields: fields, node_types: types } = snapshot.meta
  const size = fields.indexOf('self_size')
  const isCode = types[0].indexOf('code')
  let [code, things] = [0, 0]
  for (let at = 0; at < nodes.length; at += fields.length) {
    if (nodes[at] === isCode) code += nodes[at + size] ?? 0
    else things += nodes[at + size] ?? 0
  }
  return { code: round(code / MB), things: round(things / MB) }
}

/** What the watching page and the server hold now. */
async function held(page: CDPSession) {
  await page.send('HeapProfiler.collectGarbage')
  const { usedSize } = await page.send('Runtime.getHeapUsage')
  const { code, things } = await kinds(page)
  const { nodes, jsEventListeners } = await page.send('Memory.getDOMCounters')
  const pages = Number(readFileSync(`/proc/${server.pid()}/statm`, 'utf8').split(' ')[1])
  return {
    heap: round(usedSize / MB),
    code,
    things,
    nodes,
    listeners: jsEventListeners,
    server: round((pages * 4_096) / MB),
    visits,
  }
}

const samples: Held[] = []
async function look(): Promise<void> {
  while (performance.now() < end) {
    await new Promise((next) => setTimeout(next, 60_000 / SAMPLES_A_MINUTE))
    samples.push(await held(watching))
  }
}

await Promise.all([look(), speaker(), ...Array.from({ length: STRANGERS }, strangers)])
await browser.close()
await server.close()

/** The least of a third of the samples: what stays when the rubbish is out. */
const least = (key: keyof Held, third: 0 | 1 | 2) => {
  const part = Math.floor(samples.length / 3)
  return Math.min(...samples.slice(third * part, (third + 1) * part).map((sample) => sample[key]))
}
const growth = (key: keyof Held) => round(100 * (least(key, 2) / least(key, 1) - 1))
const thirds = (key: keyof Held) => ({
  'growth, %': growth(key),
  first: least(key, 0),
  second: least(key, 1),
  third: least(key, 2),
  least: Math.min(...samples.map((sample) => sample[key])),
  most: Math.max(...samples.map((sample) => sample[key])),
})
const limit = { floor: 100 * GROWTH_MAX, goal: 100 * GROWTH_MAX }
print(
  reportOf('soak', [
    rowOf('heap of the watching page', 'MB', thirds('heap'), limit),
    rowOf('everything but compiled code, with what the browser holds for the page', 'MB', thirds('things'), limit),
    rowOf('nodes of the page', '', thirds('nodes'), limit),
    rowOf('compiled code of the page, which is V8’s and not judged', 'MB', thirds('code')),
    rowOf('listeners of the page', '', thirds('listeners')),
    rowOf('memory of the server', 'MB', thirds('server')),
    rowOf('visits', '', { value: visits }, { better: 'more' }),
  ]),
)
process.exitCode = JUDGED.some((key) => growth(key) > 100 * GROWTH_MAX) ? 1 : 0
