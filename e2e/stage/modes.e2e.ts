import { expect } from 'vitest'
import { seesMoving, until } from '../support/media-checks.ts'
import { stories } from '../support/story.ts'

const story = stories()

story(
  '[MODE-3] [ACCESS-5] [INVITE-3] [STAGE-2] [LEAVE-1] modes change, two answer one request, the silent one makes room and goes',
  async (scene) => {
    const hana = await scene.visitor('Hana Weber')
    const links = await hana.hostsRoom('Another mode', 'Interactive')
    const noor = await scene.visitor('Noor Rahimi')
    await noor.opensLink(links.viewer)
    await noor.joinsStage()
    await hana.setsAccess('Join by request')
    const mei = await scene.visitor('Mei Tanaka')
    await mei.comesToWatch(links.viewer)
    await mei.presses('Ask to join stage')
    await hana.group('Raised hands').getByText('Mei Tanaka').waitFor()

    await hana.sets('Room mode', 'Webinar')
    await hana.group('On stage').getByText('1 of 10').waitFor()
    await seesMoving(mei.page, 'Noor Rahimi')
    await hana.group('Raised hands').getByText('Mei Tanaka').waitFor()
    await mei.reads('You are 1st')

    const kwame = await scene.visitor('Kwame Mensah')
    await kwame.comesToWatch(links.moderator)
    const answers = [hana, kwame].map((one) =>
      one.group('Raised hands').getByRole('button', { name: 'Bring to stage' }),
    )
    const buttons = await Promise.all(answers.map(async (answer) => await answer.elementHandle()))
    await Promise.all(buttons.map(async (button) => await button?.dispatchEvent('click')))
    const invitation = mei.page.getByRole('dialog', { name: 'You are invited to the stage' })
    await invitation.getByRole('button', { name: 'Join Stage', exact: true }).click()
    await invitation.locator('video').waitFor()
    await kwame.choosesIn('Raised hands', 'Revoke invite to stage', 'Mei Tanaka')
    await invitation.waitFor({ state: 'detached' })
    await mei.reads('Kwame Mensah took the invitation to the stage back.')
    // Noor's picture is the only one that is left.
    await expect.poll(() => mei.page.locator('video').count()).toBe(1)
    await mei.reads('You are 1st')

    await hana.sets('Room mode', 'Interactive')
    await hana.group('On stage').getByText('1 of 25').waitFor()
    await hana.presses('Settings')
    await hana.types('Stage size', '1')
    await hana.page.keyboard.press('Enter')
    await hana.group('On stage').getByText('1 of 1').waitFor()
    await hana.page.keyboard.press('Escape')
    await hana.choosesIn('On stage', 'Mute', 'Noor Rahimi')

    // One who goes for good while she is asked up: her place is kept for a while, and the others go on.
    const yuki = await scene.visitor('Yuki Sato')
    await yuki.comesToWatch(links.viewer)
    await yuki.presses('Raise hand')
    await hana.choosesIn('Raised hands', 'Invite to stage', 'Yuki Sato')
    await yuki.page.getByRole('dialog', { name: 'You are invited to the stage' }).waitFor()
    await yuki.page.close()

    await mei.presses('Join stage')
    const sheet = mei.page.getByRole('dialog', { name: 'Get ready to join the stage' })
    await sheet.getByLabel('Camera', { exact: true }).waitFor()
    // Who came less than half a minute ago is let arrive: until then Mei is told that the stage is full.
    await until(
      'room on the stage',
      async () => {
        const press = sheet.getByRole('button', { name: 'Join stage', exact: true })
        await press.click({ timeout: 1_000 }).catch(() => {})
        return (await mei.button('Leave stage').count()) > 0
      },
      45_000,
    )
    await noor.reads('The stage was full, and you were silent longest: you are a viewer now. You can come back.')
    await seesMoving(hana.page, 'Mei Tanaka')
    await hana.tile('Noor Rahimi').waitFor({ state: 'detached' })
    await noor.reads('You are watching')

    for (const one of [hana, kwame]) await one.group('Raised hands').waitFor({ state: 'detached', timeout: 40_000 })
  },
)
