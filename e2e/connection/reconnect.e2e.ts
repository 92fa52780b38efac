import { expect } from 'vitest'
import { DatabaseSync } from 'node:sqlite'
import { join } from 'node:path'
import * as v from 'valibot'
import { openSqlite } from '../../src/server/store/store.sqlite.ts'
import type { TestServer } from '../support/test-server.ts'
import { hears, hearsNothing, seesMoving } from '../support/media-checks.ts'
import { serverCompanyStories } from '../support/story.ts'

/** A host on stage with the microphone muted, and a viewer with a hand up. */
const story = serverCompanyStories(async ({ visitor }) => {
  const hana = await visitor('Hana Weber')
  const links = await hana.entersOwnRoom('Assembly', 'Webinar')
  await hana.joinsStage()
  await hana.pressesTool('Turn microphone off')
  const noor = await visitor('Noor Rahimi')
  await noor.comesToWatch(links.viewer)
  await noor.presses('Raise hand')
  await hearsNothing(noor.page)
  return { hana, noor }
})

/** Somebody by name in the only session that runs. */
async function personNamed({ data }: TestServer, name: string): Promise<{ session: string; person: string }> {
  const db = new DatabaseSync(join(data, 'rostrum.db'), { readOnly: true })
  const found = db
    .prepare(
      'SELECT r.session, p.id AS person FROM people p JOIN rooms r ON r.id = p.room WHERE p.name = ? ORDER BY r.createdAt DESC',
    )
    .get(name)
  db.close()
  return v.parse(v.object({ session: v.string(), person: v.string() }), found)
}

/** While the server is away somebody's time runs out, as it would two minutes after their line was cut. */
async function goesMeanwhile(
  { data }: TestServer,
  { session, person }: { session: string; person: string },
): Promise<void> {
  const store = openSqlite(data)
  const { events, next } = await store.loadFrom(session, 0)
  await store.append(session, next, [{ type: 'left', at: events.at(-1)?.at ?? 0, person, why: 'gone' }])
  await store.close()
}

for (const signal of ['SIGTERM', 'SIGKILL'] as const)
  story(
    `[PRESENCE-4] [MUTE-2] after ${signal} and a restart everybody is in the same place, the muted still muted`,
    async ({ hana, noor, server }) => {
      await server.restart(
        signal,
        async () => await noor.reads(signal === 'SIGTERM' ? /the server restarts/ : /Reconnecting/),
      )
      await noor.isBack()
      await seesMoving(noor.page, 'Hana Weber')
      await noor.tile('Hana Weber', 'microphone off, camera on').waitFor()
      await noor.button('Lower hand').waitFor()
      await hana.group('Raised hands').getByText('Noor Rahimi').waitFor()
      await hearsNothing(noor.page)
      await hana.isBack()
      await hana.pressesTool('Turn microphone on')
      await hears(noor.page)
      await hana.pressesTool('Turn microphone off')
    },
  )

story('[PRESENCE-2] a dropped network brings everybody back to the same place, still muted', async ({ hana, noor }) => {
  await hana.page.getByRole('tab', { name: 'Chat' }).click()
  const typed = hana.page.getByLabel('Write to everyone', { exact: true })
  await typed.waitFor()
  await hana.context.setOffline(true)
  await noor
    .tile('Hana Weber')
    .getByText(/Reconnecting/)
    .waitFor()
  await hana.reads(/Reconnecting/)
  await hana.pressesTool('Turn microphone on')
  await hana.reads('You are reconnecting, so this was not done. Press again when you are back.')
  // The panel opens and closes meanwhile, and what was typed waits.
  await typed.fill('Half a sentence')
  await hana.presses('Close panel')
  await hana.presses('Open panel')
  expect(await typed.inputValue()).toBe('Half a sentence')
  await hana.context.setOffline(false)
  await noor
    .tile('Hana Weber')
    .getByText(/Reconnecting/)
    .waitFor({ state: 'detached' })
  await seesMoving(noor.page, 'Hana Weber')
  await noor.tile('Hana Weber', 'microphone off, camera on').waitFor()
  await hearsNothing(noor.page)
  expect(await typed.inputValue()).toBe('Half a sentence')
  await typed.fill('')
})

story(
  '[MUTE-2] [PRESENCE-3] a reload on stage keeps the place, with microphone and camera off',
  async ({ hana, noor }) => {
    await hana.pressesTool('Turn microphone on')
    await hears(noor.page)
    await hana.page.reload()
    await hana.button('Leave stage').waitFor()
    await noor.tile('Hana Weber', 'microphone off, camera off').waitFor()
    await hearsNothing(noor.page)
    await hana.pressesTool('Turn camera on')
    await seesMoving(noor.page, 'Hana Weber')
    await hana.pressesTool('Turn microphone on')
    await hears(noor.page)
    await hana.pressesTool('Turn microphone off')
  },
)

story(
  '[PRESENCE-7] whose place could not be kept is back in by itself, and is told what that has cost',
  async ({ hana, noor, server }) => {
    const who = await personNamed(server, 'Noor Rahimi')
    await server.restart('SIGKILL', async () => await goesMeanwhile(server, who))
    await noor.reads(/^You were away for 1 minute, and are back as a viewer\. Your hand went down\./)
    await noor.button('Raise hand').waitFor()
    await noor.isBack()
    await seesMoving(noor.page, 'Hana Weber')
    await hana.group('Viewers').getByText('Noor Rahimi').waitFor()
    await noor.presses('Raise hand')
  },
)

story(
  'a media engine that dies is started again, and pictures come back by themselves',
  async ({ hana, noor, server }) => {
    server.killEngine()
    await noor.reads(/Sound and picture/)
    await noor.page
      .getByText(/Sound and picture/)
      .first()
      .waitFor({ state: 'detached' })
    await seesMoving(noor.page, 'Hana Weber')
    await hearsNothing(noor.page)
    await hana.pressesTool('Turn microphone on')
    await hears(noor.page)
    await hana.pressesTool('Turn microphone off')
  },
)

story('[PRESENCE-6] the newest window wins, and the older one can take over again', async ({ hana, noor }) => {
  const second = await noor.context.newPage()
  await second.goto(noor.page.url())
  await noor.reads(/another window/)
  await second.getByRole('button', { name: 'Lower hand' }).waitFor()
  await noor.presses('Use it here')
  await noor.button('Lower hand').waitFor()
  await second.getByText(/another window/).waitFor()
  await hana.group('Raised hands').getByText('Noor Rahimi').waitFor()
  await second.close()
})
