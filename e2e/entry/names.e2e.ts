import type { Locator } from 'playwright-core'
import { expect } from 'vitest'
import { companyStories, PHONE } from '../support/story.ts'
import type { Visitor } from '../support/visitor.ts'

/** Hana runs the room, and whoever has to be looked at by another name comes to it. */
const story = companyStories(async ({ visitor }) => {
  const hana = await visitor('Hana Weber')
  const links = await hana.hostsRoom('Names', 'Interactive')
  return { hana, links }
})

story(
  '[NAME-3] one changes the own name at the door and in the room, and everybody reads the new one',
  async ({ hana, links, visitor }) => {
    const mei = await visitor('Mei Tanaka')
    await mei.opensLink(links.viewer)
    await mei.reads(/^You are\s+Mei Tanaka\s+here\.$/)
    await mei.presses('Change name')
    const dialog = mei.page.getByRole('dialog', { name: 'Change name' })
    const field = dialog.getByLabel('Your name', { exact: true })
    await field.fill('\u3164')
    await dialog.getByRole('button', { name: 'Change name' }).click()
    await dialog.getByText(/Type a name/).waitFor()
    await field.fill('Mei T.')
    await dialog.getByRole('button', { name: 'Change name' }).click()
    await dialog.waitFor({ state: 'detached' })
    await mei.reads(/^You are\s+Mei T\.\s+here\.$/)
    await mei.joinsAsViewer()
    await hana.group('Viewers').getByText('Mei T.').waitFor()
    await mei.presses('Raise hand')
    await mei.presses('Settings')
    await mei.presses('Change name')
    await field.fill('Mei Sato')
    await field.press('Enter')
    await dialog.waitFor({ state: 'detached' })
    await hana.group('Raised hands').getByText('Mei Sato').waitFor()
    await mei.page.reload()
    await mei.button('Lower hand').waitFor()
    await hana.group('Raised hands').getByText('Mei Sato').waitFor()
    await mei.presses('Lower hand')
  },
)

story(
  'on a shared machine the next person comes in as somebody new, by the same link',
  async ({ hana, links, visitor }) => {
    const ana = await visitor('Ana Lima')
    await ana.comesToWatch(links.viewer)
    await hana.group('Viewers').getByText('Ana Lima').waitFor()
    await ana.presses('Leave')
    const leave = ana.page.getByRole('menuitem', { name: 'Leave session' }).or(ana.button('Leave session'))
    await leave.click()
    // The next one opens the link that was handed out, on the same machine.
    await ana.page.goto(links.viewer)
    await ana.reads(/^You are\s+Ana Lima\s+here\.$/)
    await ana.presses('Not you?')
    const sure = ana.page.getByRole('alertdialog', { name: 'You are not Ana Lima?' })
    await sure.getByRole('button', { name: 'Go on as somebody else' }).click()
    await ana.types('Your name', 'Ben Lima')
    await ana.presses('Continue')
    await ana.heading('Set devices').waitFor()
    await ana.joinsAsViewer()
    await hana.group('Viewers').getByText('Ben Lima').waitFor()
    expect(await hana.group('Viewers').getByText('Ana Lima').count()).toBe(0)
  },
)

story(
  '[LINK-1] [LINK-2] a link is revoked on the session page, and its old address says so, and whom to ask',
  async ({ visitor }) => {
    const hana = await visitor('Hana Weber')
    const links = await hana.createsRoom('Revoked', 'Interactive')
    await hana.presses('Revoke the speaker link')
    const sure = hana.page.getByRole('alertdialog', { name: 'Revoke the speaker link?' })
    await sure.getByRole('button', { name: 'Revoke and make anew' }).click()
    await sure.waitFor({ state: 'detached' })
    const field = hana.page.getByLabel('Speaker link', { exact: true })
    await expect.poll(async () => await field.inputValue()).not.toBe(links.speaker)
    expect(await hana.page.getByLabel('Viewer link', { exact: true }).inputValue()).toBe(links.viewer)
    const amara = await visitor('Amara Okafor')
    await amara.page.goto(links.speaker)
    await amara.heading('This link was taken back').waitFor()
    await amara.reads('Ask Hana Weber for a new one.')
    await amara.opensLink(await field.inputValue())
  },
)

story(
  '[NAME-4] [NAME-5] two of one name are told apart, and who takes the host’s is marked wherever a name stands',
  async ({ hana, links, visitor }) => {
    const ana = await visitor('Ana Silva')
    await ana.comesToWatch(links.viewer)
    const other = await visitor('ana  SILVA')
    await other.comesToWatch(links.viewer)
    await hana.group('Viewers').getByText('ana SILVA (2)', { exact: true }).waitFor()
    await hana.group('Viewers').getByRole('button', { name: 'Options for Ana Silva', exact: true }).waitFor()
    await hana.group('Viewers').getByRole('button', { name: 'Options for ana SILVA (2)', exact: true }).waitFor()

    const impostor = await visitor('Hаna Weber')
    await impostor.comesToWatch(links.viewer)
    const name = 'Hаna Weber (2)'
    const row = hana.group('Viewers').getByRole('listitem').filter({ hasText: name })
    await row.getByText('Participant', { exact: true }).waitFor()
    await impostor.presses('Raise hand')
    await hana.group('Raised hands').getByText('Participant', { exact: true }).waitFor()
    await impostor.presses('Join stage')
    await impostor.page.getByRole('dialog').getByRole('button', { name: 'Join stage', exact: true }).click()
    await impostor.button('Leave stage').waitFor()
    await ana.page.getByRole('group', { name: /^Hаna Weber \(2\) \(Participant\), / }).waitFor()
    await impostor.page.getByRole('tab', { name: /^Chat/ }).click()
    await impostor.types('Write to everyone', 'I am the host')
    await impostor.page.keyboard.press('Enter')
    await ana.page.getByRole('tab', { name: /^Chat/ }).click()
    const message = ana.page.getByRole('listitem').filter({ hasText: 'I am the host' })
    await message.getByText(name, { exact: true }).waitFor()
    await message.getByText('Participant', { exact: true }).waitFor()
    await ana.page.getByRole('button', { name: `Options for the message of ${name} (Participant)` }).waitFor()

    // Of the host's own name nothing is said but the role; and what is said aloud of the other one is marked.
    await hana.page.getByRole('tab', { name: /^Chat/ }).click()
    await hana.types('Write to everyone', 'I am')
    await hana.page.keyboard.press('Enter')
    const own = ana.page.getByRole('listitem').filter({ hasText: 'I am' }).last()
    await own.getByText('Host', { exact: true }).waitFor()
    await impostor.presses('Leave stage')
    await ana.page.locator('[data-live-announcer]').getByText(`${name} (Participant) left the stage`).waitFor()
  },
)

story('[NAME-4] [NAME-5] number and mark stay where a long name gives way', async (scene) => {
  const long = 'Maximiliane Wilhelmine von Hohenstaufen-Lichtenberg zu Regensburg'
  const hana = await scene.visitor(long)
  const links = await hana.hostsRoom('Long names', 'Interactive')
  const ana = await scene.visitor('Ana Silva', PHONE)
  await ana.comesToWatch(links.viewer)
  const impostor = await scene.visitor(long.replace('x', 'х'))
  await impostor.opensLink(links.viewer)
  await impostor.joinsStage()
  const name = `${long.replace('x', 'х')} (2)`
  const tile = ana.page.getByRole('group', { name: `${name} (Participant), ` })
  await tile.getByText('(2)', { exact: true }).waitFor()
  const isSeen = async (words: Locator, within: Locator) => {
    const [one, all] = [await words.boundingBox(), await within.boundingBox()]
    return one !== null && all !== null && one.width > 8 && one.x >= all.x && one.x + one.width <= all.x + all.width + 1
  }
  expect(await isSeen(tile.getByText('(2)', { exact: true }), tile)).toBe(true)
  expect(await isSeen(tile.getByText('Participant', { exact: true }), tile)).toBe(true)
  await ana.presses('Chat')
  await ana.page.getByRole('tab', { name: /^Participants/ }).click()
  const row = ana.group('On stage').getByRole('listitem').filter({ hasText: name })
  expect(await isSeen(row.getByText('(2)', { exact: true }), row)).toBe(true)
  expect(await isSeen(row.getByText('Participant', { exact: true }), row)).toBe(true)
})

/** Marks as many as a name or a text may have on a letter, above and below. */
const PILED = `Z${'\u0301'.repeat(99)}g${'\u0316'.repeat(99)}`

/** Whether something is drawn over what stands above or under it: whether that looks otherwise without it. */
async function reachesOut({ page }: Visitor, what: Locator): Promise<boolean> {
  await page.mouse.move(0, 0)
  // What is hidden has no role any more by which it would be found.
  const held = await what.elementHandle()
  const box = await held?.boundingBox()
  if (!held || !box) throw new Error('There is no such thing.')
  const { x, width } = box
  const [top, bottom] = [Math.floor(box.y), Math.ceil(box.y + box.height)]
  const around = async () => {
    const strips = [
      { x, width, y: top - 24, height: 24 },
      { x, width, y: bottom, height: 24 },
    ]
    const drawn: string[] = []
    for (const clip of strips) drawn.push((await page.screenshot({ clip, animations: 'disabled' })).toString('base64'))
    return drawn.join()
  }
  const shown = await around()
  await held.evaluate((each) => {
    if (each instanceof HTMLElement) each.style.visibility = 'hidden'
  })
  const without = await around()
  await held.evaluate((each) => each.removeAttribute('style'))
  return shown !== without
}

story(
  '[NAME-1] marks that are piled on a letter stay within their row, bubble and toast',
  async ({ hana, links, visitor }) => {
    const first = await visitor('Amara Okafor')
    await first.comesToWatch(links.viewer)
    await first.presses('Raise hand')
    const notices = hana.page.getByRole('region', { name: 'Notices' })
    await notices.getByText(/raised a hand/).waitFor()
    await notices.getByRole('button', { name: 'Dismiss' }).click()
    await notices.getByText(/raised a hand/).waitFor({ state: 'hidden' })
    const piled = await visitor('Mei Tanaka')
    await piled.page.goto(links.viewer)
    await piled.types('Your name', `${PILED} Tanaka`)
    await piled.presses('Continue')
    await piled.joinsAsViewer()
    await piled.presses('Raise hand')
    const toast = notices.getByRole('group').filter({ hasText: 'Tanaka' }).locator('p')
    await toast.hover()
    await toast.waitFor()
    await piled.presses('Give a reason')
    await piled.types('Reason', PILED)
    await piled.presses('Save')
    const hand = hana.group('Raised hands').getByRole('listitem').filter({ hasText: 'Tanaka' })
    await hand.getByText(/^“Ź/).waitFor()
    expect(await reachesOut(hana, toast)).toBe(false)
    expect(await reachesOut(hana, hand)).toBe(false)

    for (const one of [hana, first, piled]) await one.page.getByRole('tab', { name: /^Chat/ }).click()
    const says = async (who: Visitor, text: string) => {
      await who.types('Write to everyone', text)
      await who.page.keyboard.press('Enter')
      await hana.page.getByRole('log').getByText(text.slice(-10)).waitFor()
    }
    await says(first, 'What was written before')
    await says(piled, `${PILED} is written between`)
    await says(first, 'What was written after it')
    const message = hana.page.getByRole('log').getByRole('listitem').filter({ hasText: 'is written between' })
    expect(await reachesOut(hana, message)).toBe(false)
  },
)
