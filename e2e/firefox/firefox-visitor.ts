import axe from 'axe-core'
import type { Browser, BrowserContext, ElementHandle, JSHandle, Page } from 'puppeteer-core'
import { firstCalled, showsMoving, type Called } from '../support/page-functions.ts'
import { until } from '../support/media-checks.ts'

/** What a person finds something by: what it is, and what it is called. */
type Finds = [role: string, name: string | RegExp]

/** A person with Firefox: as Visitor, for another driver. What they do is found by role and name. */
export class FirefoxVisitor {
  /** Requests that went to anybody but the server itself. */
  readonly foreign: string[] = []
  readonly console: string[] = []
  /** What nothing on the page caught. */
  readonly faults: string[] = []
  /** What is no fault or warning and still gave the console objects, which it keeps. */
  readonly chatter: string[] = []
  readonly name: string
  readonly page: Page
  readonly #context: BrowserContext

  static async come(browser: Browser, site: string, name: string): Promise<FirefoxVisitor> {
    const context = await browser.createBrowserContext()
    const page = await context.newPage()
    await page.setViewport({ width: 1280, height: 800 })
    // Firefox finds by role and name too, and takes a quarter of a minute for it in a room (153, locateNodes).
    await page.evaluateOnNewDocument(axe.source)
    return new FirefoxVisitor(name, site, context, page)
  }

  private constructor(name: string, site: string, context: BrowserContext, page: Page) {
    this.name = name
    this.page = page
    this.#context = context
    page.on('console', (message) => {
      const line = `${message.type()} ${message.text()}`
      this.console.push(line)
      if (/^(log|info|debug) /.test(line) && message.args().length > 1) this.chatter.push(line)
    })
    page.on('pageerror', (fault) => {
      const text = fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)
      this.faults.push(text)
      this.console.push(`fault ${text}`)
    })
    page.on('request', (request) => {
      const { protocol, origin } = new URL(request.url())
      if (protocol.startsWith('http') && origin !== site) this.foreign.push(request.url())
    })
  }

  /** Puts the page back for another story: nothing open over it. */
  async settles(): Promise<void> {
    await this.page.keyboard.press('Escape')
  }

  /** Closes the browser's profile, as if it had never been. */
  async close(): Promise<void> {
    await this.#context.close()
  }

  /** Opens an invite link, says who it is, and stands at *Set devices*. */
  async opensLink(link: string): Promise<void> {
    await this.page.goto(link)
    const field = await this.finds(['textbox', 'Your name'])
    await field.asLocator().fill(this.name)
    await this.presses('Continue')
    await this.finds(['heading', 'Set devices'])
  }

  /** Comes by an invite link, as a viewer. */
  async comesToWatch(link: string): Promise<void> {
    await this.opensLink(link)
    await this.presses('Join as viewer')
    await this.finds(['region', 'Stage'])
  }

  /** The two presses, at the door. */
  async joinsStage(): Promise<void> {
    await this.presses('Join stage')
    await this.finds(['combobox', 'Camera'])
    await this.presses('Join stage')
    await this.finds(['button', 'Leave stage'])
  }

  async presses(name: string): Promise<void> {
    const button = await this.finds(['button', name])
    await button.asLocator().click()
  }

  /** Presses one of the toolbar's buttons; tile and list have switches of the same names. */
  async pressesTool(name: string): Promise<void> {
    const button = await this.finds(['toolbar', 'Room controls'], ['button', name])
    await button.asLocator().click()
  }

  /**
   * Waits for what has a role and a name; of several, each within the one before. Not by the driver's own queries: what it
   * prepares for them (25.16.0) takes back that a person has pressed, and then Firefox holds the sound back.
   */
  async finds(...path: Finds[]): Promise<ElementHandle> {
    const called = path.map(calledBy)
    let found: JSHandle<Element | null> | undefined
    await until(path.join(' '), async () => {
      found = await this.page.evaluateHandle(firstCalled, called)
      return found.asElement() !== null
    })
    return found?.asElement() as ElementHandle
  }

  /** Whether the picture in somebody's tile moves. Waits until it does, each time at the video that is there now. */
  async seesMoving(name: string): Promise<void> {
    await until('a moving picture', async () => {
      const tile = await this.finds(['group', new RegExp(`^${name}, `)])
      return await tile.evaluate(showsMoving, 2_000)
    })
  }
}

function calledBy([role, name]: Finds): Called {
  return { role, name: name instanceof RegExp ? name.source : `^${name.replaceAll(/[^\w\s]/g, String.raw`\$&`)}$` }
}
