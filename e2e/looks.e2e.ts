import type { BrowserContextOptions } from 'playwright-core'
import { expect } from 'vitest'
import { differs } from './looks.ts'
import { stories } from './story.ts'

const story = stories()

const DESK: BrowserContextOptions = { viewport: { width: 1440, height: 900 }, colorScheme: 'light' }
const SMALL: BrowserContextOptions = { viewport: { width: 390, height: 844 }, colorScheme: 'dark' }

for (const [kind, options] of [
  ['desk', DESK],
  ['phone', SMALL],
] as const)
  story(`the still screens look as they did, on a ${kind}`, async (scene) => {
    const hana = await scene.visitor('Hana Weber', options)
    const found: (string | null)[] = []
    await hana.page.goto(scene.house.url)
    await hana.button('Create room').waitFor()
    found.push(await differs(hana.page, `home-${kind}`))
    const links = await hana.createsRoom('Harbour library: open assembly', 'Webinar')
    found.push(await differs(hana.page, `session-${kind}`, ['input[readonly]']))
    await hana.presses('Join now')
    await hana.heading('Set devices').waitFor()
    found.push(await differs(hana.page, `door-${kind}`))
    await hana.presses('Join as viewer')
    await hana.heading('Nobody is on stage yet').waitFor()
    found.push(await differs(hana.page, `empty-stage-${kind}`, ['header']))
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
    expect(found.filter((each) => each !== null)).toEqual([])
  })
