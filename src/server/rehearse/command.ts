/**
 * Rehearses from the command line: `npm run rehearse -- --people 200 --seconds 30 --url http://localhost:8080` makes a room of its own
 * there, brings bots from this machine, and says what the server holds. With `--link`, an invite link of a room whose host rehearses
 * already, the bots go there, until the host ends it: from elsewhere, so that the network is in it.
 */
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import * as v from 'valibot'
import { Downward } from '../../protocol/frames.ts'
import { RoomMade, RoomPage } from '../../protocol/http.ts'
import { BOTS_MAX, type Verdict } from '../../protocol/rehearsal.ts'
import type { Millis } from '../../protocol/types.ts'
import { EntryFault, type Entrance } from './bot.ts'
import { openBotSocket } from './bot-socket.ts'
import { bringCrowd } from './crowd.ts'
import { RoomClient, type ClientSocket } from './room-client.ts'

const hands: Millis[] = []
const raised = (took: Millis) => void hands.push(took)

try {
  const { people, seconds, url, link } = readArguments()
  say(link ? await inRoomOf(link, people) : await inOwnRoom(url, people, seconds))
  process.exit(0)
} catch (fault) {
  process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n`)
  process.exit(1)
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

/** What was asked for; throws a sentence that names what cannot be. */
function readArguments() {
  const { values } = parseArgs({
    options: {
      people: { type: 'string', default: '50' },
      seconds: { type: 'string', default: '30' },
      url: { type: 'string', default: 'http://localhost:8080' },
      link: { type: 'string' },
    },
  })
  const [people, seconds] = [Number(values.people), Number(values.seconds)]
  if (!Number.isInteger(people) || people < 1 || people > BOTS_MAX)
    throw new Error(`--people is "${values.people}", and has to be a number from 1 to ${BOTS_MAX}.`)
  if (!(seconds > 0)) throw new Error(`--seconds is "${values.seconds}", and has to be a number above 0.`)
  const link = values.link === undefined ? null : readUrl('--link', values.link)
  return { people, seconds, url: readUrl('--url', values.url), link }
}

function readUrl(name: string, typed: string): URL {
  const url = URL.parse(typed)
  if (url && /^https?:$/.test(url.protocol)) return url
  throw new Error(`${name} is "${typed}", and has to be an address such as http://localhost:8080.`)
}

function noServer({ origin }: URL, cause: unknown): Error {
  return new Error(`No Rostrum answers at ${origin}. Start it with npm start, or name another address.`, { cause })
}

/** In a room that somebody else rehearses in, until they end it. */
async function inRoomOf(link: URL, people: number): Promise<string> {
  await bringCrowd({ server: new URL(link.origin), link: link.pathname.replace(/^\/i\//, '') }, people, raised).catch(
    (fault: unknown) => {
      if (!(fault instanceof EntryFault)) throw noServer(link, fault)
      throw new Error(
        fault.message === 'not-allowed'
          ? 'The room lets no bot in: its host has to choose Rehearse first.'
          : `The link lets nobody in (${fault.message}).`,
      )
    },
  )
  return `The rehearsal is over. ${handsHere()}`
}

/** In a new room, as its host. */
async function inOwnRoom(server: URL, people: number, seconds: number): Promise<string> {
  const made = await fetch(new URL('/api/rooms', server), {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: server.origin },
    body: JSON.stringify({ name: 'Rehearsal', host: 'Rehearsal', mode: 'webinar' }),
  }).catch((cause: unknown) => {
    throw noServer(server, cause)
  })
  if (!made.ok) throw new Error(`The server at ${server.origin} made no room: ${made.status}.`)
  const { room } = v.parse(RoomMade, await made.json())
  const cookie = made.headers.get('set-cookie')?.split(';')[0] ?? ''
  const page = await fetch(new URL(`/api/rooms/${room}`, server), { headers: { cookie } })
  const { links } = v.parse(RoomPage, await page.json())
  const entrance: Entrance = { server, link: new URL(links?.viewer ?? '').pathname.replace('/i/', '') }

  const host = new RoomClient(await openBotSocket(server, cookie, room))
  await host.enter()
  await host.does({ type: 'startRehearsal', bots: 0 })
  say(`${people} bots come to ${server.origin}, for ${seconds} seconds.`)
  const gone = bringCrowd(entrance, people, raised)
  // Where the first is not let in, there is nothing to wait for.
  await Promise.race([wait(seconds * 1_000), gone])
  const verdict = verdictOf(host)
  await host.does({ type: 'stopRehearsal' })
  const heard = await verdict
  await host.does({ type: 'endSession' })
  return `${sentence(heard)} ${handsHere()}`
}

async function verdictOf(host: RoomClient<ClientSocket>): Promise<Verdict> {
  return await new Promise((settle) => {
    host.heard = (text) => {
      const frame = v.parse(Downward, JSON.parse(text))
      for (const event of frame.type === 'told' ? frame.events : [])
        if (event.type === 'rehearsalStopped') settle(event.verdict)
    }
  })
}

function sentence(verdict: Verdict): string {
  switch (verdict.kind) {
    case 'holds':
      return `This server holds ${verdict.atLeast ? 'at least' : 'about'} ${verdict.viewers.toLocaleString('en')} viewers, reckoned from ${verdict.bots} bots, and without sound and pictures.`
    case 'slow':
      return `This server is slow already with ${verdict.bots} bots: it kept somebody waiting for ${verdict.hand} ms.`
    case 'tooShort':
      return 'The rehearsal was too short: at least five bots have to stay for some seconds.'
  }
}

/** How long hands took as seen from here, the network included. */
function handsHere(): string {
  if (hands.length === 0) return 'Nobody raised a hand.'
  const slowest = hands.toSorted((a, b) => a - b)[Math.floor(hands.length * 0.95)] ?? 0
  return `Of ${hands.length} hands, 95 in a hundred were answered within ${Math.ceil(slowest)} ms.`
}
