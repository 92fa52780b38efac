import { stories } from '../support/story.ts'

const story = stories()

const HOURS = 3_600_000

story('[END-5] the clock of a page is the server’s, however wrong that of the machine is', async (scene) => {
  const hana = await scene.visitor('Hana Weber')
  const links = await hana.hostsRoom('Two hours ahead', 'Interactive')
  const mei = await scene.visitor('Mei Tanaka')
  await mei.page.addInitScript((ahead) => {
    const now = Date.now.bind(Date)
    Date.now = () => now() + ahead
  }, 2 * HOURS)
  await mei.opensLink(links.viewer)
  await mei.reads(/^Live · \d:\d\d$/)
  await mei.page.goto(hana.page.url().replace(/\/room$/, ''))
  await mei.heading('Two hours ahead').waitFor()
  await mei.reads(/^Live · \d:\d\d$/)
})

story('[LANG-4] thousands are grouped as the reader’s language groups them', async (scene) => {
  const hana = await scene.visitor('Hana Weber')
  const links = await hana.makesRoom('A full hall', 'Webinar')
  for (const { locale, watch, viewers, hands } of [
    { locale: 'en-GB', watch: 'Join as viewer', viewers: '12,345', hands: '11,111' },
    { locale: 'de-DE', watch: 'Nur zusehen', viewers: '12.345', hands: '11.111' },
  ]) {
    const mei = await scene.visitor(`Mei ${locale}`, { locale })
    // A hall of thousands, as the server would tell of it.
    await mei.page.routeWebSocket(/\/socket$/, (line) => {
      line.connectToServer().onMessage((text) => {
        const frame = JSON.parse(String(text)) as { audience?: object; found?: { type: string; total?: number } }
        if (frame.audience) frame.audience = { ...frame.audience, viewers: 12_345, hands: 11_111 }
        if (frame.found?.type === 'viewers') frame.found.total = 12_345
        line.send(JSON.stringify(frame))
      })
    })
    await mei.page.goto(links.viewer)
    await mei.page.getByRole('textbox').fill(mei.name)
    await mei.page.keyboard.press('Enter')
    await mei.presses(watch)
    await mei.page.getByRole('banner').getByText(viewers).waitFor()
    await mei.page.getByRole('tab').nth(1).click()
    for (const figure of [viewers, hands])
      await mei.page.getByRole('tabpanel').getByRole('heading', { name: figure }).waitFor()
  }
})
