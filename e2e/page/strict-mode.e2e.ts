import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect } from 'vitest'
import { leadsIntoRoom } from '../../src/protocol/portal/addresses.ts'
import { hears, seesMoving } from '../support/media-checks.ts'
import { stories } from '../support/story.ts'
import type { Visitor } from '../support/visitor.ts'

const story = stories()

// So LiveKit's client (2.23.0) says that its channels end with a connection that is closed, as here by leaving, and that of two
// connections of one person, which a page has that begins everything twice, the engine ends the first.
const CLOSING =
  /^error (DataChannel error on \w+: User-Initiated Abort|publisher data channel '\w+' closed unexpectedly|error reading from signal stream|Received leave request while trying to \(re\)connect)/

const KINDS: Record<string, string> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.html': 'text/html',
  '.svg': 'image/svg+xml',
}

let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rostrum-page-'))
  const options = ['build', '--mode', 'development', '--minify', 'false', '--logLevel', 'warn']
  const env = { ...process.env, NODE_ENV: 'development', ROSTRUM_DIST: folder }
  await promisify(execFile)(process.execPath, ['node_modules/vite/bin/vite.js', ...options], { env })
})

afterAll(async () => await rm(folder, { recursive: true, force: true }))

/** Gives somebody the page as its makers run it: React draws and begins everything twice there, and says what is wrong with it. */
async function asMade({ context }: Visitor, site: string): Promise<void> {
  // What is not read from the server itself is taken for a page of far away, which may not connect to it.
  await context.grantPermissions(['local-network-access', 'camera', 'microphone'])
  await context.route(`${site}/**`, async (route, request) => {
    const { pathname } = new URL(request.url())
    const isPage = request.resourceType() === 'document' && leadsIntoRoom(pathname)
    if (!isPage && !pathname.startsWith('/assets/')) return await route.continue()
    const name = isPage ? 'index.html' : pathname
    const body = await readFile(join(folder, name)).catch(() => null)
    return await (body ? route.fulfill({ body, contentType: KINDS[extname(name)] ?? '' }) : route.continue())
  })
}

story('a page that begins everything twice is in the room once, and React has nothing to say of it', async (scene) => {
  const hana = await scene.visitor('Hana Weber')
  await asMade(hana, scene.url)
  const lines: string[] = []
  hana.page.on('websocket', (socket) => lines.push(new URL(socket.url()).pathname))
  const links = await hana.createsRoom('Twice', 'Webinar')
  await hana.presses('Join now')
  await hana.joinsStage()
  const noor = await scene.visitor('Noor Rahimi')
  await asMade(noor, scene.url)
  await noor.comesToWatch(links.viewer)
  await seesMoving(noor.page, 'Hana Weber')
  await hears(noor.page)

  await noor.presses('Raise hand')
  await hana.group('Raised hands').getByText('Noor Rahimi').waitFor()
  for (const one of [hana, noor]) {
    await one.page.getByRole('tab', { name: /^Chat/ }).click()
    for (const text of ['Is it open?', 'It is.']) {
      await one.types('Write to everyone', text)
      await one.page.keyboard.press('Enter')
      await one.page.getByRole('listitem').getByText(text).last().waitFor()
    }
  }
  await hana.page.getByRole('tab', { name: /^Participants/ }).click()
  await hana.choosesForAll('Clear raised hands')
  await noor.reads('Hana Weber lowered all hands.')
  await hana.chooses('Edit permissions', 'Noor Rahimi')
  await hana.page.getByRole('dialog').getByRole('switch').first().click({ force: true })
  await hana.page.keyboard.press('Escape')
  await hana.choosesForAll('What was done')
  await hana.page.getByRole('dialog', { name: 'What was done' }).getByText('Hana Weber lowered all hands').waitFor()
  await hana.page.keyboard.press('Escape')
  await hana.presses('Settings')
  await hana.page.getByRole('dialog').locator('video').waitFor()
  await hana.page.keyboard.press('Escape')
  await hana.page.getByRole('button', { name: /^Notices/ }).click()
  await hana.page.getByRole('dialog', { name: 'Notices' }).waitFor()
  await hana.page.keyboard.press('Escape')
  await hana.choosesIn('Viewers', 'Invite to stage', 'Noor Rahimi')
  await noor.acceptsInvitation()
  await seesMoving(hana.page, 'Noor Rahimi')
  await noor.pressesTool('Leave stage')
  await hana.tile('Noor Rahimi').waitFor({ state: 'detached' })
  await noor.presses('Leave')
  await noor.page.getByRole('menuitem', { name: 'Leave session' }).click()
  await noor.reads('You have left the session')
  await noor.presses('Rejoin the session')
  await noor.joinsAsViewer()
  await seesMoving(noor.page, 'Hana Weber')

  expect(lines.filter((path) => path.endsWith('/socket'))).toHaveLength(1)
  for (const one of [hana, noor]) {
    expect(one.console.filter((line) => line.startsWith('error ') && !CLOSING.test(line))).toEqual([])
    // What React says there is of its own tools.
    one.chatter.length = 0
  }
})
