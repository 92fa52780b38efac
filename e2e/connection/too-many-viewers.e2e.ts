import { expect, onTestFinished } from 'vitest'
import { RawClient } from '../../test/media/raw-client.ts'
import { hears, seesMoving } from '../support/media-checks.ts'
import { sumOfPictures, watchesConnections } from '../support/peer-connections.ts'
import { serverStories } from '../support/story.ts'
import { extraInside } from '../support/socket-participants.ts'

const story = serverStories({ env: { ROSTRUM_MAX_VIEWERS: '7' } })

/** How many are connected to the media, as the operator reads it. */
async function connected(origin: string): Promise<number> {
  const metrics = await (await fetch(`${origin}/metrics`)).text()
  return Number(/^rostrum_media_connections (\d+)$/m.exec(metrics)?.[1])
}

/** People without a browser who are connected to the media, of so many then: whoever comes may still be on the way. */
async function watch(link: string, names: readonly string[], all: number): Promise<RawClient[]> {
  const { origin } = new URL(link)
  const clients: RawClient[] = []
  for (const name of names) {
    const found = await (await extraInside(link, name)).finds({ type: 'ticket' })
    if (typeof found !== 'object' || found.type !== 'ticket') throw new Error('There is no ticket.')
    clients.push(new RawClient(origin, found.token))
  }
  onTestFinished(() => clients.forEach((client) => client.close()))
  await expect.poll(async () => await connected(origin)).toBe(all)
  return clients
}

story(
  '[LOAD-2] [LOAD-4] when nearly too many watch one hears, the next waits in line, and both see when others leave',
  async ({ visitor }) => {
    const hana = await visitor('Hana Weber')
    const links = await hana.entersOwnRoom('Full house', 'Webinar')
    await hana.joinsStage()
    const early = await watch(links.viewer, ['Ana', 'Bo', 'Cy', 'Dee', 'Eli'], 6)

    const mei = await visitor('Mei Tanaka')
    await watchesConnections(mei.page)
    await mei.comesToWatch(links.viewer)
    await mei.reads('Too many people are watching for everybody to see.')
    await hears(mei.page)
    await expect.poll(async () => await mei.page.getByRole('button', { name: 'Show pictures' }).count()).toBe(0)
    expect(await sumOfPictures(mei.page, 'inbound-rtp', 'bytesReceived')).toBe(0)

    early.push(...(await watch(links.viewer, ['Fay', 'Gil'], 9)))
    const noor = await visitor('Noor Rahimi')
    await noor.page.goto(links.viewer)
    await noor.types('Your name', noor.name)
    await noor.presses('Continue')
    await noor.heading('You are in line').waitFor()

    for (const client of early) client.close()
    await seesMoving(mei.page, 'Hana Weber')
    expect(await mei.page.getByText('Too many people are watching').count()).toBe(0)
    await noor.heading('Set devices').waitFor()
    await noor.joinsAsViewer()
    await seesMoving(noor.page, 'Hana Weber')
  },
)
