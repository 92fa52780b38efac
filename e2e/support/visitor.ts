import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from 'playwright-core'
import * as v from 'valibot'
import { expect } from 'vitest'
import { notePageStart } from './page-starts.ts'
import { Links, RoomMade, RoomPage, type NewRoom } from '../../src/protocol/http.ts'

// A machine that builds beside it may stand still for longer than a person would wait.
const PATIENCE = 40_000

/** A person with a browser: what they do is found by role and name, as they would find it. */
export class Visitor {
  /** Requests that went to anybody but the server itself. */
  readonly foreign: string[] = []
  readonly console: string[] = []
  /** What nothing on the page caught. */
  readonly faults: string[] = []
  /** What is no fault or warning and still gave the console objects, which it keeps. */
  readonly chatter: string[] = []
  readonly name: string
  readonly context: BrowserContext
  readonly page: Page
  readonly #site: string
  readonly #size: ReturnType<Page['viewportSize']>

  static async come(browser: Browser, site: string, name: string, options: BrowserContextOptions = {}) {
    const context = await browser.newContext({
      viewport: { width: 1280, height: 800 },
      reducedMotion: 'reduce',
      ...options,
    })
    context.setDefaultTimeout(PATIENCE)
    return new Visitor(name, site, context, await context.newPage())
  }

  private constructor(name: string, site: string, context: BrowserContext, page: Page) {
    this.name = name
    this.context = context
    this.page = page
    this.#site = site
    this.#size = page.viewportSize()
    page.on('domcontentloaded', notePageStart)
    page.on('console', (message) => {
      const line = `${message.type()} ${message.text()}`
      this.console.push(line)
      if (/^(log|info|debug) /.test(line) && message.args().length > 1) this.chatter.push(line)
    })
    page.on('pageerror', (fault) => {
      this.faults.push(fault.message)
      this.console.push(`fault ${fault.stack ?? fault.message}`)
    })
    page.on('request', (request) => {
      const { protocol, origin } = new URL(request.url())
      if (protocol.startsWith('http') && origin !== site) this.foreign.push(request.url())
    })
  }

  /** Puts the page back for another story: nothing open over it, the line there, its first size, the list of people. */
  async settles(): Promise<void> {
    await this.context.setOffline(false)
    if (this.#size) await this.page.setViewportSize(this.#size)
    const over = this.page.getByRole('dialog').or(this.page.getByRole('alertdialog')).or(this.page.getByRole('menu'))
    while ((await over.count()) > 0) await this.page.keyboard.press('Escape')
    await this.readsParticipants()
  }

  /** Closes the browser's profile, as if it had never been. */
  async close(): Promise<void> {
    await this.context.close()
  }

  /** Makes a room on the first page, and stands on its session page. Gives the links. */
  async createsRoom(room: string, mode: 'Interactive' | 'Webinar'): Promise<Links> {
    await this.page.goto(this.#site)
    await this.types('Room name', room)
    await this.types('Your name', this.name)
    await this.page.getByRole('radio', { name: new RegExp(`^${mode}`) }).check({ force: true })
    await this.presses('Create room')
    await this.page.getByRole('heading', { name: room }).waitFor()
    const link = (name: string) => this.page.getByLabel(name, { exact: true }).inputValue()
    return {
      viewer: await link('Viewer link'),
      speaker: await link('Speaker link'),
      moderator: await link('Moderator link'),
    }
  }

  /** Opens an invite link, says who it is, and stands at *Set devices*. */
  async opensLink(link: string): Promise<void> {
    await this.page.goto(link)
    await this.types('Your name', this.name)
    await this.presses('Continue')
    await this.heading('Set devices').waitFor()
  }

  /** Joins, and reads who is here wherever the panel is open. */
  async joinsAsViewer(): Promise<void> {
    await this.presses('Join as viewer')
    await this.stage().waitFor()
    await this.readsParticipants()
  }

  /** Opens the list of who is here, where there is a panel; the choice lasts as long as the window. */
  async readsParticipants(): Promise<void> {
    const size = this.page.viewportSize()
    if (size && size.width >= 1024) await this.page.getByRole('tab', { name: /^Participants/ }).click()
  }

  /** Has a room, made as the first page makes one, and stays away from it. Gives the links. */
  async makesRoom(room: string, mode: 'Interactive' | 'Webinar'): Promise<Links> {
    return (await this.#make(room, mode)).links
  }

  /** Has a room, and stands at its *Set devices*. Gives the links. */
  async entersOwnRoom(room: string, mode: 'Interactive' | 'Webinar'): Promise<Links> {
    const { id, links } = await this.#make(room, mode)
    await this.page.goto(`${this.#site}/r/${id}/room`)
    await this.heading('Set devices').waitFor()
    return links
  }

  async #make(room: string, mode: 'Interactive' | 'Webinar'): Promise<{ id: string; links: Links }> {
    const { request } = this.context
    const data: NewRoom = { name: room, host: this.name, mode: mode === 'Webinar' ? 'webinar' : 'interactive' }
    const made = await request.post(`${this.#site}/api/rooms`, { data, headers: { origin: this.#site } })
    const { room: id } = v.parse(RoomMade, await made.json())
    const { links } = v.parse(RoomPage, await (await request.get(`${this.#site}/api/rooms/${id}`)).json())
    return { id, links: v.parse(Links, links) }
  }

  /** Has a room, and watches it. Gives the links. */
  async hostsRoom(room: string, mode: 'Interactive' | 'Webinar'): Promise<Links> {
    const links = await this.entersOwnRoom(room, mode)
    await this.joinsAsViewer()
    return links
  }

  /** Comes by an invite link, as a viewer. */
  async comesToWatch(link: string): Promise<void> {
    await this.opensLink(link)
    await this.joinsAsViewer()
  }

  /** Answers the open invitation: opens the devices, looks, and goes on. */
  async acceptsInvitation(): Promise<void> {
    const invitation = this.page.getByRole('dialog', { name: 'You are invited to the stage' })
    const join = invitation.getByRole('button', { name: 'Join Stage', exact: true })
    await join.click()
    await invitation.locator('video').waitFor()
    await join.click()
  }

  /** The two presses, at the door. */
  async joinsStage(): Promise<void> {
    await this.presses('Join stage')
    await this.page.getByLabel('Camera', { exact: true }).first().waitFor()
    await this.presses('Join stage')
    await this.button('Leave stage').waitFor()
    await this.readsParticipants()
  }

  /** The two presses, in the room. */
  async comesOnStage(): Promise<void> {
    await this.presses('Join stage')
    const ready = this.page.getByRole('dialog')
    await ready.getByLabel('Camera', { exact: true }).first().waitFor()
    await ready.getByRole('button', { name: 'Join stage', exact: true }).click()
    await this.button('Leave stage').waitFor()
  }

  async presses(name: string): Promise<void> {
    await this.button(name).click()
  }

  /** Presses one of the toolbar's buttons; tile and list have switches of the same names. */
  async pressesTool(name: string): Promise<void> {
    await this.page.getByRole('toolbar', { name: 'Room controls' }).getByRole('button', { name, exact: true }).click()
  }

  async types(label: string, text: string): Promise<void> {
    await this.page.getByLabel(label, { exact: true }).fill(text)
  }

  /** Opens the menu of a person's tile or row, and chooses. */
  async chooses(act: string, of: string): Promise<void> {
    await this.panel()
      .getByRole('button', { name: `Options for ${of}`, exact: true })
      .click()
    await this.page.getByRole('menuitem', { name: act, exact: true }).click()
  }

  /** Chooses from a person's menu in a group of the list, where the person may stand in two. */
  async choosesIn(group: string, act: string, of: string): Promise<void> {
    await this.group(group)
      .getByRole('button', { name: `Options for ${of}`, exact: true })
      .click()
    await this.page.getByRole('menuitem', { name: act, exact: true }).click()
  }

  /** Chooses from the menu that reaches everybody. */
  async choosesForAll(act: string): Promise<void> {
    await this.chooses(act, 'all participants')
  }

  /** Waits for a sentence on the screen. */
  async reads(sentence: string | RegExp): Promise<void> {
    await this.page.getByText(sentence).first().waitFor()
  }

  /** Waits until the line to the room is there again: what is pressed before that is not done. */
  async isBack(): Promise<void> {
    await this.page
      .getByText(/^Reconnecting/)
      .first()
      .waitFor({ state: 'detached' })
  }

  /** Chooses another way to the stage in the settings, by the first words of its name. */
  async setsAccess(access: string): Promise<void> {
    await this.sets('Stage access', access)
  }

  /** Chooses one of several in the settings, by the first words of its name. */
  async sets(what: string, value: string): Promise<void> {
    await this.presses('Settings')
    const group = this.page.getByRole('radiogroup', { name: what })
    const choice = group.getByRole('radio', { name: new RegExp(`^${value}`) })
    await choice.click({ force: true })
    await expect.poll(() => choice.isChecked()).toBe(true)
    await this.page.keyboard.press('Escape')
  }

  /** Locks the room in the settings, and confirms it. */
  async locksRoom(): Promise<void> {
    await this.presses('Settings')
    await this.presses('Lock room')
    const sure = this.page.getByRole('alertdialog', { name: 'Lock the room?' })
    await sure.getByRole('button', { name: 'Lock room' }).click()
    await this.button('Unlock room').waitFor()
    await this.page.keyboard.press('Escape')
    await this.reads('Room locked')
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true })
  }

  heading(name: string): Locator {
    return this.page.getByRole('heading', { name, exact: true })
  }

  stage(): Locator {
    return this.page.getByRole('region', { name: 'Stage', exact: true })
  }

  panel(): Locator {
    return this.page.getByRole('region', { name: 'Chat and collaboration' })
  }

  /** A person's tile, in a state such as `microphone off, camera on`. */
  tile(of: string, state = ''): Locator {
    return this.stage().getByRole('group', { name: new RegExp(`^${of}, ${state}`) })
  }

  /** The tile of a screen that somebody shares. */
  screen(of: string): Locator {
    return this.stage().getByRole('group', { name: `Screen of ${of}`, exact: true })
  }

  /** A group of the participants list, such as *Viewers*. */
  group(name: string): Locator {
    return this.panel().getByRole('group', { name: new RegExp(`^${name}`) })
  }
}
