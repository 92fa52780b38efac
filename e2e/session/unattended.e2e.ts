import { serverStories } from '../support/story.ts'

const story = serverStories({ env: { ROSTRUM_UNATTENDED_MINUTES: '0.1' } })

story(
  '[SESSION-5] [SESSION-2] a session that nobody runs any more warns and ends, and begins again with its host',
  async ({ visitor }) => {
    const hana = await visitor('Hana Weber')
    const links = await hana.hostsRoom('Left alone', 'Interactive')
    const noor = await visitor('Noor Rahimi')
    await noor.comesToWatch(links.viewer)
    await noor.presses('Raise hand')
    await hana.presses('Leave')
    await hana.page.getByRole('menuitem', { name: 'Leave session' }).click()
    await hana.heading('You have left the session').waitFor()
    await noor.reads(/^No host or moderator is here\. The session ends at/)
    await noor.heading('This room has ended').waitFor()
    await noor.reads(/^No host or moderator was here any more\./)

    await hana.presses('Rejoin the session')
    await hana.joinsAsViewer()
    await noor.heading('Set devices').waitFor()
    await noor.joinsAsViewer()
    await noor.button('Raise hand').waitFor()
  },
)
