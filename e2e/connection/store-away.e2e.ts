import { renameSync } from 'node:fs'
import { join } from 'node:path'
import { serverStories } from '../support/story.ts'
import { hears } from '../support/media-checks.ts'

const story = serverStories()

const AWAY = 'The server can save nothing just now.'

story(
  '[STORE-1] [STORE-2] a disk that is away is told in a line, sound goes on, and the room when it is back',
  async (scene) => {
    const hana = await scene.visitor('Hana Weber')
    const links = await hana.entersOwnRoom('Away', 'Interactive')
    await hana.joinsStage()
    const noor = await scene.visitor('Noor Rahimi')
    await noor.comesToWatch(links.viewer)
    await hears(noor.page)

    const file = join(scene.server.data, 'rostrum.db')
    renameSync(file, `${file}-away`)
    await noor.presses('Raise hand')
    await noor.reads(/so nothing was changed/)
    await Promise.all([hana.reads(AWAY), noor.reads(AWAY)])
    await hears(noor.page)

    renameSync(`${file}-away`, file)
    await hana.page.getByText(AWAY).waitFor({ state: 'detached' })
    await noor.page.getByText(AWAY).waitFor({ state: 'detached' })
    await noor.presses('Raise hand')
    await hana.reads('Noor Rahimi raised a hand')
  },
)
