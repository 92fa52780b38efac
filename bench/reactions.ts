/**
 * Lets fifty people react as fast as they may, five hundred reactions in a second, in a room that somebody watches in a real
 * Chromium. Prints JSON: how many messages a second the room is told, how many reactions of those sent were counted, the longest
 * task of the watching page's main thread in ms, and how many signs were over the stage at most.
 * `node bench/reactions.ts [seconds]`, 10 by default.
 */
import { openBrowser } from '../e2e/support/browser.ts'
import { startTestServer } from '../e2e/support/test-server.ts'
import { Visitor } from '../e2e/support/visitor.ts'
import { Caller } from '../test/server/socket-client.ts'
import { print, reportOf, rowOf } from './report.ts'

const seconds = Number(process.argv[2] ?? 10)
const PEOPLE = 50
const HALF_A_SECOND = 500

const server = await startTestServer()
const browser = await openBrowser()
const hana = await Visitor.come(browser, server.url, 'Hana Weber', { reducedMotion: 'no-preference' })
const links = await hana.hostsRoom('Bench', 'Webinar')

/** Somebody who came by the viewers' link, and has no page. */
async function guest(name: string): Promise<Caller> {
  const { origin, pathname } = new URL(links.viewer)
  const answer = await fetch(`${origin}/api/links/${pathname.replace('/i/', '')}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin },
    body: JSON.stringify({ name }),
  })
  const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? ''
  const room = new URL(hana.page.url()).pathname.split('/')[2] ?? ''
  const caller = await Caller.open(`${origin.replace('http', 'ws')}/api/rooms/${room}/socket`, { cookie, origin })
  await caller.hello()
  await caller.does({ type: 'join', page: caller.page })
  return caller
}

const guests: Caller[] = []
for (let n = 0; n < PEOPLE; n++) guests.push(await guest(`Guest ${n}`))

await hana.page.evaluate(() => {
  const seen = { longest: 0, signs: 0 }
  Reflect.set(window, 'seen', seen)
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) seen.longest = Math.max(seen.longest, Math.round(duration))
  }).observe({ entryTypes: ['longtask'] })
  const look = () => {
    seen.signs = Math.max(seen.signs, document.querySelectorAll('[aria-hidden] > svg[viewBox="0 0 32 32"]').length)
    requestAnimationFrame(look)
  }
  look()
})

let taken = 0
for (let half = 0; half < seconds * 2; half++) {
  const next = new Promise((then) => setTimeout(then, HALF_A_SECOND))
  const answers = guests.map(
    async (each) => await each.asks({ type: 'react', reactions: { clap: 3, heart: 1, wow: 1 } }),
  )
  taken += (await Promise.all(answers)).filter((answer) => answer === 'done').length * 5
  await next
}
await new Promise((then) => setTimeout(then, HALF_A_SECOND))

const messages = (guests[0]?.frames ?? []).flatMap((frame) => (frame.type === 'reactions' ? [frame.reactions] : []))
const told = messages.reduce((sum, each) => sum + Object.values(each).reduce((all, many) => all + many, 0), 0)
const seen = await hana.page.evaluate(() => Reflect.get(window, 'seen') as { longest: number; signs: number })
await browser.close()
await server.close()
print(
  reportOf('reactions', [
    rowOf('reactions sent', '', { value: taken }, { better: 'more' }),
    rowOf('reactions told', '', { value: told }, { better: 'more' }),
    rowOf('messages a second', '/s', { value: messages.length / seconds }),
    rowOf('longest task of the page’s main thread, 0 where none is over 50', 'ms', { value: seen.longest }),
    rowOf('signs over the stage at most', '', { value: seen.signs }),
  ]),
)
process.exit()
