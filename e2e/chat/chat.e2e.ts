import { expect } from 'vitest'
import { slowLine } from '../support/controlled-socket.ts'
import { companyStories, PHONE, serverStories } from '../support/story.ts'
import type { Visitor } from '../support/visitor.ts'

const serverStory = serverStories()

/** Hana runs the room, and Noor's line to it is in the test's hands. */
const story = companyStories(async ({ visitor }) => {
  const hana = await visitor('Hana Weber')
  const links = await hana.hostsRoom('Chat', 'Webinar')
  const noor = await visitor('Noor Rahimi')
  const line = await slowLine(noor.page)
  await noor.comesToWatch(links.viewer)
  return { hana, noor, line, links }
})

const log = (who: Visitor) => who.panel().getByRole('log', { name: 'Messages' })
const message = (who: Visitor, text: string) => log(who).getByRole('listitem').filter({ hasText: text })

async function opensChat(...people: Visitor[]): Promise<void> {
  for (const who of people) await who.page.getByRole('tab', { name: /^Chat/ }).click()
}

async function opensList(who: Visitor): Promise<void> {
  await who.page.getByRole('tab', { name: /^Participants/ }).click()
  await who.group('Viewers').getByText('Noor Rahimi').waitFor()
}

const focused = async (who: Visitor) =>
  await who.page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '')

async function writes(who: Visitor, text: string, to = 'everyone'): Promise<void> {
  await who.types(`Write to ${to}`, text)
  await who.page.keyboard.press('Enter')
}

/** Chooses from the menu of the chat itself. */
async function choosesForChat(hana: Visitor, act: string): Promise<void> {
  await hana.presses('Options for the chat')
  await hana.page.getByRole('menuitem', { name: act, exact: true }).click()
}

/** Sets how long one waits from one message to the next, by the first words of it. */
async function slows(hana: Visitor, slowness: string): Promise<void> {
  await choosesForChat(hana, 'Slow mode')
  const slow = hana.page.getByRole('dialog', { name: 'Slow mode' })
  await slow.getByRole('radio', { name: new RegExp(`^${slowness}`) }).click({ force: true })
  await hana.page.keyboard.press('Escape')
}

/** Opens the menu of a message by the keyboard, and chooses. */
async function choosesFor(who: Visitor, text: string, act: string): Promise<void> {
  await message(who, text)
    .getByRole('button', { name: /^Options for the message of/ })
    .focus()
  await who.page.keyboard.press('Enter')
  await who.page.getByRole('menuitem', { name: act, exact: true }).click()
}

const MARKUP = '<img src=x onerror="window.hacked=1"> javascript:alert(1) \u202Egnp.exe'

serverStory(
  '[SEED-10] [CHAT-1] [CHAT-3] [CHAT-12] people write, markup stays text, and all of it is there after a crash',
  async (scene) => {
    const hana = await scene.visitor('Hana Weber')
    const links = await hana.hostsRoom('Chat', 'Webinar')
    const noor = await scene.visitor('Noor Rahimi')
    await noor.comesToWatch(links.viewer)
    await opensChat(noor)
    await noor.reads('No messages yet')
    await writes(noor, 'Will it stay open? See https://harbour.example/plan.')
    await hana.page.getByRole('tab', { name: 'Chat, unread messages' }).waitFor()
    await opensChat(hana)
    await choosesFor(hana, 'Will it stay open?', 'Reply')
    await writes(hana, 'Yes, until ten')
    await message(noor, 'Yes, until ten').getByText('Noor Rahimi: Will it stay open?').waitFor()
    await choosesFor(noor, 'Yes, until ten', 'Like')
    await message(hana, 'Yes, until ten').getByRole('button', { name: '1 like', exact: true }).waitFor()
    await choosesFor(hana, 'Yes, until ten', 'Pin')
    await noor.panel().getByRole('region', { name: 'Pinned message of Hana Weber' }).waitFor()

    await writes(noor, MARKUP)
    await writes(noor, 'שלום, התוכנית כאן')
    await message(hana, '<img src=x onerror="window.hacked=1"> javascript:alert(1) gnp.exe').waitFor()
    const direction = async (text: string) =>
      await message(hana, text)
        .locator('p')
        .evaluate((p) => p.matches(':dir(rtl)'))
    expect([await direction('שלום'), await direction('gnp.exe')]).toEqual([true, false])
    expect(await hana.page.evaluate(() => Reflect.get(window, 'hacked'))).toBeUndefined()
    const addresses = await log(hana)
      .getByRole('link')
      .evaluateAll((all) => all.map((a) => a.getAttribute('href')))
    expect(addresses).toEqual(['https://harbour.example/plan'])
    expect(await log(hana).getByRole('link').getAttribute('rel')).toBe('noopener noreferrer')

    await noor.types('Write to everyone', 'Not sent yet')
    await scene.server.restart('SIGKILL')
    await noor.page.reload()
    await message(noor, 'Yes, until ten').getByRole('button', { name: '1 like, yours' }).waitFor()
    expect(await noor.page.getByLabel('Write to everyone').inputValue()).toBe('Not sent yet')
    const late = await scene.visitor('Mei Tanaka', PHONE)
    await late.comesToWatch(links.viewer)
    await late.presses('Chat')
    await expect.poll(() => log(late).getByRole('listitem').count()).toBe(4)
  },
)

story(
  '[CHAT-7] [CHAT-9] [CHAT-13] who moderates deletes, slows, blocks and clears; every no says why and until when',
  async ({ hana, noor }) => {
    await opensChat(hana, noor)
    await choosesForChat(hana, 'Slow mode')
    const slow = hana.page.getByRole('dialog', { name: 'Slow mode' })
    await slow.getByRole('radio', { name: /^5 minutes/ }).click({ force: true })
    await noor.reads('Slow mode: one message every 5 minutes')
    await slow.getByRole('radio', { name: /^5 seconds/ }).click({ force: true })
    await hana.page.keyboard.press('Escape')
    await noor.reads('Slow mode: one message every 5 seconds')
    await writes(noor, 'Rude words')
    await message(hana, 'Rude words').waitFor()
    await writes(noor, 'More of them')
    await noor.reads(/^You can write again in \d seconds?\.$/)
    expect(await noor.page.getByLabel('Write to everyone').inputValue()).toBe('More of them')
    await choosesFor(hana, 'Rude words', 'Delete')
    await noor.reads('No messages yet')
    await noor.reads('You can write again now.')
    await noor.presses('Send')
    await choosesFor(hana, 'More of them', 'Block from chat')
    await noor.reads('A moderator has blocked you from the chat.')
    await choosesForChat(hana, 'Blocked people')
    await hana.presses('Let back in')
    await hana.reads('Nobody is blocked from the chat.')
    await hana.page.keyboard.press('Escape')
    await choosesForChat(hana, 'Pause chat')
    await noor.reads('The chat is paused.')
    await noor.reads('Hana Weber paused the chat')
    await choosesForChat(hana, 'Clear chat history')
    await hana.page.getByRole('alertdialog').getByRole('button', { name: 'Clear chat history' }).click()
    await noor.reads('No messages yet')
    await hana.presses('Open chat again')
    await noor.page.getByLabel('Write to everyone').waitFor()
    await slows(hana, 'Off')

    await noor.presses('Settings')
    await noor.presses('Give feedback')
    await noor.page.getByRole('radio', { name: '4', exact: true }).click({ force: true })
    await noor.types('In a few words', 'Warm, and loud enough')
    await noor.presses('Send feedback')
    await noor.reads('Thank you.')
    await hana.readsParticipants()
    await hana.choosesForAll('Feedback')
    const list = hana.page.getByRole('dialog', { name: 'Feedback' })
    await list.getByText('Warm, and loud enough').waitFor()
    await list.getByText('4 of 5').waitFor()
  },
)

story(
  '[CHAT-9] [CHAT-21] one writes on while a message is on its way, and what is refused comes back',
  async ({ hana, noor, line }) => {
    const { page } = noor
    await opensChat(hana, noor)
    const field = page.getByLabel('Write to everyone')
    await field.focus()
    const says = async (...texts: string[]) => {
      for (const text of texts) {
        await page.keyboard.type(text)
        await page.keyboard.press('Enter')
      }
    }
    // The enter that ends the choice of a word, as Safari tells it.
    await page.keyboard.insertText('日本')
    await field.dispatchEvent('keydown', { key: 'Enter', keyCode: 229 })
    expect(await field.inputValue()).toBe('日本')
    await field.fill('')

    line.holds()
    await says('The first', 'The second')
    expect(await field.inputValue()).toBe('')
    await noor.reads('Sending: The first')
    line.lets()
    for (const text of ['The first', 'The second']) await message(hana, text).waitFor()
    expect(await log(hana).innerText()).toMatch(/The first[^]*The second/)
    await page.getByText('Sending:').waitFor({ state: 'detached' })

    await slows(hana, '5 minutes')
    await noor.reads('Slow mode: one message every 5 minutes')
    line.holds()
    await says('The third', 'The fourth')
    await page.keyboard.type('and so on')
    line.lets()
    await noor.reads(/^You can write again in \d+ minutes?\.$/)
    expect(await field.inputValue()).toBe('The third\nThe fourth\nand so on')
    expect(await log(hana).innerText()).not.toMatch(/The third|The fourth/)
    await field.fill('')
    await slows(hana, 'Off')
  },
)

story('[CHAT-10] [CHAT-11] [CHAT-18] two write to each other, and nobody else reads it', async (scene) => {
  const { hana, noor } = scene
  const mei = await scene.visitor('Mei Tanaka', PHONE)
  await mei.comesToWatch(scene.links.viewer)
  await opensChat(hana, noor)
  await mei.presses('Chat')
  await writes(mei, 'Hello everybody')
  await message(noor, 'Hello everybody').waitFor()
  await choosesFor(noor, 'Hello everybody', 'Write privately')
  await writes(noor, 'Are you the one with the bookbus?', 'Mei Tanaka')
  await mei.presses('Private messages, unread')
  await mei.page.getByRole('button', { name: /Noor Rahimi, unread/ }).click()
  await writes(mei, 'I am', 'Noor Rahimi')
  await message(noor, 'I am').waitFor()
  await mei.presses('Back to the chat')
  // From the list, by the keyboard from there on.
  await opensList(mei)
  await mei.chooses('Write privately', 'Noor Rahimi')
  await expect.poll(() => focused(mei)).toBe('Write to Noor Rahimi')
  await opensList(noor)
  await noor.chooses('Write privately', 'Mei Tanaka')
  await expect.poll(() => focused(noor)).toBe('Write to Mei Tanaka')
  await noor.page.keyboard.type('On my way')
  await noor.page.keyboard.press('Enter')
  await message(mei, 'On my way').waitFor()
  await choosesForChat(hana, 'Turn private messages off')
  await noor.reads('Private messages are turned off in this room.')
  await opensList(noor)
  expect(await noor.panel().getByRole('button', { name: 'Options for Mei Tanaka' }).count()).toBe(0)
  expect(
    await hana
      .panel()
      .getByText(/bookbus|I am|On my way/)
      .count(),
  ).toBe(0)
  await choosesForChat(hana, 'Turn private messages on')
})
