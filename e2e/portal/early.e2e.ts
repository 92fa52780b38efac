import { expect } from 'vitest'
import { isAccessible } from '../support/axe.ts'
import { PHONE, stories } from '../support/story.ts'
import type { Visitor } from '../support/visitor.ts'

const story = stories()

/** Sets, as its host, that the room of this page is held tomorrow at this time. */
async function isHeldTomorrow({ page }: Visitor): Promise<void> {
  const status = await page.evaluate(async () => {
    const room = location.pathname.split('/')[2] ?? ''
    const path = `/api/rooms/${room}/details`
    const { name, description, tags, early, brand, version } = (await (await fetch(path)).json()) as Record<
      string,
      unknown
    >
    const start = new Date(Date.now() + 24 * 3_600_000).toISOString().slice(0, 16)
    const schedule = { start, minutes: 60, zone: 'UTC', repeat: null, exceptions: [] }
    const body = JSON.stringify({ name, description, tags, early, brand, version, schedule, settings: {} })
    const headers = { 'content-type': 'application/json' }
    return (await fetch(path, { method: 'POST', headers, body })).status
  })
  expect(status).toBe(200)
}

story(
  '[SCHEDULE-7] [SCHEDULE-8] who comes early reads how long it takes, and is let in when it begins',
  async ({ visitor }) => {
    const hana = await visitor('Hana Weber')
    const links = await hana.createsRoom('Assembly', 'Webinar')
    await isHeldTomorrow(hana)
    await hana.page.reload()
    await hana.page.getByRole('timer').waitFor()
    await hana.button('Add to calendar').waitFor()
    await isAccessible(hana)
    const noor = await visitor('Noor Rahimi', PHONE)
    await noor.page.goto(links.viewer)
    await noor.types('Your name', 'Noor Rahimi')
    await noor.presses('Continue')
    await noor.page.getByRole('timer').waitFor()
    await noor.reads(/^It has not begun yet/)
    expect(await noor.button('Join as viewer').count()).toBe(0)
    await isAccessible(noor)
    await hana.presses('Join now')
    await hana.presses('Join as viewer')
    await hana.button('Leave').waitFor()
    await noor.button('Leave').waitFor()
  },
)
