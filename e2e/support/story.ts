import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, BrowserContextOptions } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { sharedBrowser } from './browser.ts'
import { startTestServer, type TestServer } from './test-server.ts'
import { Visitor } from './visitor.ts'

/** Somebody who is looked after while a story is told, whatever the browser. */
export type Attended = {
  name: string
  page: { screenshot: (to: { path: string }) => Promise<unknown> }
  foreign: string[]
  console: string[]
  faults: string[]
  chatter: string[]
  /** Puts the page back for another story. */
  settles: () => Promise<void>
  close: () => Promise<void>
}

/** What a story has at hand: where the server is, and visitors, each in a browser profile of its own; who comes another way is attended too. */
export type Scene = {
  url: string
  visitor: (name: string, options?: BrowserContextOptions) => Promise<Visitor>
  attend: (somebody: Attended) => void
}

/** The same with a server of its own, to be stopped and looked into. */
export type ServerScene = Scene & { server: TestServer }

export const PHONE: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  isMobile: true,
  hasTouch: true,
  deviceScaleFactor: 2,
  // Elsewhere nothing moves but the pictures: software draws every frame of every browser.
  reducedMotion: 'no-preference',
}

type Place = { url: string; log?: string[] }

/** The server that the stories of this worker share. */
function sharedPlace(): Place {
  const servers = inject('servers')
  const url = servers[(Number(process.env['VITEST_POOL_ID']) - 1) % servers.length]
  if (!url) throw new Error('no server was started')
  return { url }
}

/** Stories on the server of all, in the browser of all unless `browser` opens another; each story makes rooms of its own. */
export function stories(open: { browser?: () => Promise<Browser> } = {}) {
  const tells = scenes(open.browser, sharedPlace)
  return function story(name: string, tell: (scene: Scene) => Promise<void>) {
    tells(name, tell)
  }
}

/** Stories of a file that stop its server or look into it, or that `env` sets up otherwise. */
export function serverStories(open: { browser?: () => Promise<Browser>; env?: Record<string, string> } = {}) {
  const server = serverOfFile(open.env)
  const tells = scenes(open.browser, server)

  return function story(name: string, tell: (scene: ServerScene) => Promise<void>) {
    tells(name, async (scene) => await tell({ ...scene, server: server() }))
  }
}

/**
 * Stories of one company: people who come once and stay in their room from story to story, because to come costs more than most of
 * what one does then. A story is given what `comes` gives, and leaves the room as it was: settings, stage, hands. What is open on a
 * page, its size, its line and its panel are put back here. After a story that failed, a new company comes.
 */
export function companyStories<Company extends object>(comes: (scene: Scene) => Promise<Company>) {
  return companyAt(sharedPlace, comes)
}

/** The same with a server of their own, which the stories stop or look into. */
export function serverCompanyStories<Company extends object>(comes: (scene: Scene) => Promise<Company>) {
  const server = serverOfFile()
  const tells = companyAt(server, comes)

  return function story(name: string, tell: (scene: ServerScene & Company) => Promise<void>) {
    tells(name, async (scene) => await tell({ ...scene, server: server() }))
  }
}

/** Starts a server before the stories of a file, and ends it after them. Gives it while they are told. */
function serverOfFile(env?: Record<string, string>): () => TestServer {
  let server: TestServer
  beforeAll(async () => {
    server = await startTestServer(env)
  })
  afterAll(async () => await server?.close())
  return () => server
}

function companyAt<Company extends object>(where: () => Place, comes: (scene: Scene) => Promise<Company>) {
  const people: Attended[] = []
  let company: Company | undefined
  const tells = scenes(undefined, where, people)
  afterAll(async () => await Promise.all(people.map(async (one) => await one.close())))

  return function story(name: string, tell: (scene: Scene & Company) => Promise<void>) {
    tells(name, async (scene, arrival) => {
      if (people.length === 0) company = undefined
      for (const one of people) await one.settles()
      company ??= await comes(arrival)
      await tell({ ...scene, ...company })
    })
  }
}

/**
 * How a story is told. When it fails, what everybody saw, the consoles and the own server's log lie in test-results. `staying`: who
 * is there before and after it; whoever comes by the scene of an arrival is one of them.
 */
function scenes(open: (() => Promise<Browser>) | undefined, where: () => Place, staying: Attended[] = []) {
  let browser: Browser
  beforeAll(async () => {
    browser = await (open ?? sharedBrowser)()
  })
  afterAll(async () => {
    if (open) await browser?.close()
  })

  return (name: string, tell: (scene: Scene, arrival: Scene) => Promise<void>) =>
    test(name, async ({ task, onTestFinished }) => {
      const { url, log = [] } = where()
      const passing: Attended[] = []
      // A story whose time is over goes on behind the next one, unless everybody in it is gone.
      onTestFinished(async () => {
        if (task.result?.state === 'fail') {
          passing.push(...staying.splice(0))
          await keep(name, passing, log)
        }
        await Promise.all(passing.map(async (one) => await one.close()))
      })
      const sceneOf = (those: Attended[]): Scene => ({
        url,
        visitor: async (who, options) => {
          const one = await Visitor.come(browser, url, who, options)
          those.push(one)
          return one
        },
        attend: (somebody) => those.push(somebody),
      })
      await tell(sceneOf(passing), sceneOf(staying))
      for (const one of [...staying, ...passing]) {
        expect(one.foreign, 'requests to somebody else').toEqual([])
        expect(one.faults, 'faults of the page').toEqual([])
        expect(one.chatter, 'objects that a console keeps for nobody').toEqual([])
      }
    })
}

async function keep(name: string, visitors: Attended[], log: string[]): Promise<void> {
  const folder = join('test-results', name.replace(/[^\w-]+/g, '-').slice(0, 80))
  await mkdir(folder, { recursive: true })
  if (log.length > 0) await writeFile(join(folder, 'server.log'), log.join('\n'))
  for (const { page, name: who, console } of visitors) {
    await page.screenshot({ path: join(folder, `${who}.png`) }).catch(() => {})
    await writeFile(join(folder, `${who}.console.log`), console.join('\n'))
  }
}
