import type { Page, WebSocketRoute } from 'playwright-core'
import type { Event } from '../../src/protocol/events.ts'

/** A page's line to its room, in a test's hands. */
export type LineInHand = {
  /** Holds up what the server says, and lets it go on. */
  holds(): void
  lets(): void
  /** Says something in the server's name; `me` is who the page is. */
  tells(events: (me: string) => Event[]): void
  /** Ends it, and lets no other begin until it is mended. */
  cuts(): void
  mends(): void
}

/** A line to the room on which what the server says can be held up; to be laid before the page opens one. */
export async function slowLine(page: Page): Promise<LineInHand> {
  const held: (() => void)[] = []
  let isHeld = false
  let isCut = false
  let ends: readonly WebSocketRoute[] = []
  let me = ''
  await page.routeWebSocket(/\/api\/rooms\/.*\/socket/, (client) => {
    if (isCut) return void client.close()
    const server = client.connectToServer()
    ends = [client, server]
    server.onMessage((frame) => {
      const said: unknown = JSON.parse(String(frame))
      const you: unknown = Reflect.get(Object(said), 'you')
      if (you) me = String(Reflect.get(Object(you), 'id'))
      if (isHeld) held.push(() => client.send(frame))
      else client.send(frame)
    })
    return undefined
  })
  return {
    holds: () => (isHeld = true),
    lets() {
      isHeld = false
      for (const pass of held.splice(0)) pass()
    },
    tells: (events) => ends[0]?.send(JSON.stringify({ type: 'told', events: events(me) })),
    cuts() {
      isCut = true
      for (const end of ends) void end.close()
    },
    mends: () => (isCut = false),
  }
}
