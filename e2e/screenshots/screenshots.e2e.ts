import type { BrowserContextOptions } from 'playwright-core'
import { expect } from 'vitest'
import { differs } from './compare.ts'
import { openBrowser } from '../support/browser.ts'
import { stories } from '../support/story.ts'

// Letters look otherwise in the headless shell, and people have a whole browser.
const story = stories({ browser: openBrowser })

const DESK: BrowserContextOptions = { viewport: { width: 1440, height: 900 }, colorScheme: 'light' }
const SMALL: BrowserContextOptions = { viewport: { width: 390, height: 844 }, colorScheme: 'dark' }

for (const [kind, options] of [
  ['desk', DESK],
  ['phone', SMALL],
] as const)
  story(`the still screens look as they did, on a ${kind}`, async (scene) => {
    const hana = await scene.visitor('Hana Weber', options)
    const found: (string | null)[] = []
    await hana.page.goto(scene.url)
    await hana.button('Create room').waitFor()
    found.push(await differs(hana.page, `home-${kind}`))
    const links = await hana.createsRoom('Harbour library: open assembly', 'Webinar')
    found.push(await differs(hana.page, `session-${kind}`, ['input[readonly]']))
    await hana.presses('Join now')
    await hana.heading('Set devices').waitFor()
    // A face has the colour of its person, who is another one on every server.
    found.push(await differs(hana.page, `door-${kind}`, ['main [data-colour]']))
    await hana.presses('Join as viewer')
    await hana.heading('Nobody is on stage yet').waitFor()
    await hana.button('Copy').waitFor()
    found.push(await differs(hana.page, `empty-stage-${kind}`, ['header', 'input[readonly]']))
    await hana.presses('Leave')
    await hana.page.getByRole('menuitem', { name: 'Leave session', exact: true }).click()
    await hana.button('Rejoin the session').waitFor()
    found.push(await differs(hana.page, `left-${kind}`))
    await hana.page.goto(links.viewer.replace(/\/i\/.*/, '/i/nothing'))
    await hana.heading('This link does not work').waitFor()
    found.push(await differs(hana.page, `no-link-${kind}`))
    const noor = await scene.visitor('Noor Rahimi', options)
    await noor.page.goto(links.viewer)
    await noor.button('Continue').waitFor()
    found.push(await differs(noor.page, `name-${kind}`))
    await hana.page.goBack()
    await hana.presses('Join as viewer')
    // On a small screen the settings are behind More; here it is about the pages beside the room.
    await hana.page.setViewportSize({ width: 1440, height: 900 })
    await hana.locksRoom()
    await noor.types('Your name', noor.name)
    await noor.presses('Continue')
    await noor.presses('Join as viewer')
    await noor.reads('You are 1st at the door')
    found.push(await differs(noor.page, `waiting-${kind}`, ['main b + p']))
    await hana.presses('Leave')
    await hana.page.getByRole('menuitem', { name: 'End session for everyone', exact: true }).click()
    await hana.page.getByRole('alertdialog').getByRole('button', { name: 'End session for everyone' }).click()
    await hana.heading('This room has ended').waitFor()
    if (options.viewport) await hana.page.setViewportSize(options.viewport)
    found.push(await differs(hana.page, `ended-${kind}`, ['h1 + p', 'dd']))
    expect(found.filter((each) => each !== null)).toEqual([])
  })
