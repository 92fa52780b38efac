import { hears, hearsNothing } from '../support/media-checks.ts'
import { serverStories } from '../support/story.ts'

const story = serverStories()

story(
  '[MUTE-1] [MUTE-2] whatever happens to a muted person, nobody hears anything until the person presses',
  async (scene) => {
    const hana = await scene.visitor('Hana Weber')
    const links = await hana.hostsRoom('Muted means muted', 'Webinar')
    const amara = await scene.visitor('Amara Okafor')
    await amara.opensLink(links.speaker)
    await amara.joinsStage()
    const mei = await scene.visitor('Mei Tanaka')
    await mei.comesToWatch(links.viewer)
    await hears(mei.page)
    await amara.pressesTool('Turn microphone off')
    await hearsNothing(mei.page)

    // Another device, and another way to clean its sound.
    await amara.presses('Settings')
    const microphones = amara.page.getByLabel('Microphone', { exact: true })
    const other = microphones.locator('option').nth(1)
    await other.waitFor({ state: 'attached' })
    await microphones.selectOption({ index: 1 })
    await hearsNothing(mei.page)
    for (const noise of ['Strong', 'Off']) {
      await amara.page.getByLabel('Noise reduction', { exact: true }).selectOption(noise)
      await hearsNothing(mei.page)
    }
    await amara.page.keyboard.press('Escape')

    // Whatever a host does: asking is a question, a lock comes and goes, a role is given.
    await hana.choosesIn('On stage', 'Ask to unmute', 'Amara Okafor')
    await amara.reads('Hana Weber asks you to unmute.')
    await hearsNothing(mei.page)
    await hana.choosesIn('On stage', 'Lock microphone', 'Amara Okafor')
    await hana.choosesIn('On stage', 'Unlock microphone', 'Amara Okafor')
    await amara.reads('Hana Weber unlocked your microphone. You can turn it on.')
    await hearsNothing(mei.page)
    await hana.choosesIn('On stage', 'Set as moderator', 'Amara Okafor')
    await amara.button('Options for all participants').waitFor()
    await hearsNothing(mei.page)

    // The network goes, the engine crashes, the server is killed.
    await amara.context.setOffline(true)
    await amara.reads(/Connection lost|Reconnecting|No connection/i)
    await amara.context.setOffline(false)
    await mei.tile('Amara Okafor', 'microphone off').waitFor()
    await hearsNothing(mei.page)
    scene.server.killEngine()
    await mei.reads(/Sound and picture/)
    await mei.page
      .getByText(/Sound and picture/)
      .first()
      .waitFor({ state: 'detached' })
    await hearsNothing(mei.page)
    await scene.server.restart('SIGKILL')
    await mei.tile('Amara Okafor', 'microphone off').waitFor()
    await hearsNothing(mei.page)

    await amara.isBack()
    await amara.pressesTool('Turn microphone on')
    await hears(mei.page)
  },
)
