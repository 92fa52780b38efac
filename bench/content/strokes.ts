import type { Page } from 'playwright-core'
import { extraWithCookie } from '../../e2e/support/socket-participants.ts'

const EVERY_MS = 60
const POINTS_EACH = 4
// A stroke of a second and a half.
const VERSIONS = 25

/** Has a page note when each version of an element that it is told of is painted. Before it opens its connection. */
export async function notesStrokes(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const painted: Record<string, number> = {}
    Object.assign(window, { painted })
    const look = ({ data }: MessageEvent) => {
      if (typeof data !== 'string' || !data.startsWith('{"type":"drawn"')) return
      const { elements } = JSON.parse(data) as { elements: { id: string; version: number }[] }
      // It is drawn with the next picture, and what is said to a port then is heard once that is out.
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel()
        port1.addEventListener('message', () => {
          for (const { id, version } of elements) painted[`${id} ${version}`] = Date.now()
          port1.close()
        })
        port1.start()
        port2.postMessage(null)
      })
    }
    class Noted extends WebSocket {
      constructor(...how: ConstructorParameters<typeof WebSocket>) {
        super(...how)
        this.addEventListener('message', look)
      }
    }
    Object.assign(window, { WebSocket: Noted })
  })
}

/**
 * So many people draw on the board that is presented, each stroke after stroke that grows sixteen times a second, for so long. Gives how long what was drawn
 * took to the screen of another browser, in ms. What came together with something newer counts as that.
 */
export async function drawTogether(link: string, page: Page, people: number, seconds: number): Promise<number[]> {
  const board = await page.evaluate(() => document.querySelector('[data-tile^="content "]')?.getAttribute('data-tile'))
  const sentAt = new Map<string, number>()
  await Promise.all(
    Array.from({ length: people }, async (_, n) => {
      const { caller, origin, room, cookie } = await extraWithCookie(link, `Draws ${n}`)
      const path = `${origin}/api/rooms/${room}/whiteboards/${board?.replace('content ', '')}/pages/1`
      caller.forgets()
      for (let sent = 0; sent < (1_000 * seconds) / EVERY_MS; sent += 1) {
        const [id, version] = [`line ${n} ${Math.floor(sent / VERSIONS)}`, 1 + (sent % VERSIONS)]
        const points = Array.from({ length: POINTS_EACH * version }, (_unused, at) => [at * 4, (at * 7 + n * 30) % 400])
        const line = { id, type: 'freedraw', version, versionNonce: 1, isDeleted: false, index: 'a0' }
        sentAt.set(`${id} ${version}`, Date.now())
        const answer = await fetch(path, {
          method: 'POST',
          headers: { 'content-type': 'application/json', origin, cookie },
          body: JSON.stringify({ elements: [{ ...line, ...LOOKS, x: 20, y: 20, points }] }),
        })
        if (!answer.ok) throw new Error(`A stroke was refused: ${answer.status} ${await answer.text()}`)
        await new Promise((next) => setTimeout(next, EVERY_MS))
      }
    }),
  )
  await page.waitForTimeout(1_000)
  const painted = (await page.evaluate(() => Reflect.get(window, 'painted'))) as Record<string, number>
  return Object.entries(painted).flatMap(([stroke, at]) => {
    const sent = sentAt.get(stroke)
    return sent === undefined ? [] : at - sent
  })
}

const LOOKS = {
  link: null,
  width: 400,
  height: 400,
  angle: 0,
  strokeColor: '#1e1e1e',
  backgroundColor: 'transparent',
  fillStyle: 'solid',
  strokeWidth: 2,
  strokeStyle: 'solid',
  roughness: 1,
  opacity: 100,
  seed: 1,
  groupIds: [],
  frameId: null,
  roundness: null,
  boundElements: null,
  updated: 1,
  locked: false,
  pressures: [],
  simulatePressure: true,
  lastCommittedPoint: null,
}
