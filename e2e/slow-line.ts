import type { Page } from 'playwright-core'

/** A line to the room on which what the server says can be held up; to be laid before the page opens one. */
export async function slowLine(page: Page): Promise<{ holds(): void; lets(): void }> {
  const held: (() => void)[] = []
  let isHeld = false
  await page.routeWebSocket(/\/api\/rooms\/.*\/socket/, (client) => {
    const server = client.connectToServer()
    server.onMessage((frame) => {
      if (isHeld) held.push(() => client.send(frame))
      else client.send(frame)
    })
  })
  return {
    holds: () => (isHeld = true),
    lets() {
      isHeld = false
      for (const pass of held.splice(0)) pass()
    },
  }
}
