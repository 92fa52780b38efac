import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect } from 'vitest'
import { openSqlite } from '../../src/server/store/store.sqlite.ts'
import { extrasOnStage } from '../support/socket-participants.ts'
import { fillChat } from './fill-chat.ts'
import { serverStories } from '../support/story.ts'

const data = mkdtempSync(join(tmpdir(), 'rostrum-long-chat-'))
// Before the stories: what is said first to be done after them is done last.
afterAll(() => rmSync(data, { recursive: true, force: true }))
const story = serverStories({ env: { ROSTRUM_DATA: data } })
const MANY = 10_000
/** What a page holds at once, and a little more while it changes. */
const SHOWN_MAX = 250

story(
  '[CHAT-3] [CHAT-17] ten thousand messages are read back from the newest, and the page stays light',
  async (scene) => {
    const hana = await scene.visitor('Hana Weber')
    const links = await hana.hostsRoom('A long assembly', 'Webinar')
    const room = hana.page.url()
    const [amara] = await extrasOnStage(links, ['Amara Okafor'])
    if (!amara) throw new Error('nobody came')
    const session = (await amara.frame('welcome', ({ inside }) => inside)).session.id
    await hana.page.goto('about:blank')
    await amara.goes('closed')
    await scene.server.restart('SIGTERM')
    const store = openSqlite(data)
    await fillChat(store, session, MANY)
    await store.close()
    await scene.server.restart('SIGTERM')

    await hana.page.goto(room)
    await hana.page.getByRole('tab', { name: /^Chat/ }).click()
    const log = hana.panel().getByRole('log', { name: 'Messages' })
    const rows = log.getByRole('listitem')
    await rows.filter({ hasText: `Message ${MANY}:` }).waitFor()
    let first = MANY
    for (let page = 0; page < 8; page++) {
      await log.evaluate((each) => each.parentElement?.scrollTo({ top: 0 }))
      const before = first
      await expect
        .poll(async () => (first = Number(/Message (\d+)/.exec((await rows.first().textContent()) ?? '')?.[1])))
        .toBeLessThan(before)
      expect(await rows.count()).toBeLessThanOrEqual(SHOWN_MAX)
    }
    await hana.types('Write to everyone', 'I have read it all.')
    await hana.page.keyboard.press('Enter')
    await rows.filter({ hasText: 'I have read it all.' }).waitFor()
    expect(await rows.count()).toBeLessThanOrEqual(SHOWN_MAX)
  },
)
