import type { Page } from 'playwright-core'

/** Keeps an eye on all connections for sound and pictures that a page makes; to be called before it opens. */
export async function watchesConnections(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const Connection = RTCPeerConnection
    const connections: RTCPeerConnection[] = []
    window.RTCPeerConnection = class extends Connection {
      constructor(how?: RTCConfiguration) {
        super(how)
        connections.push(this)
      }
    }
    Object.assign(window, { connections })
  })
}

/** What their statistics say of pictures together, of what comes or of what goes (W3C webrtc-stats). */
export async function sumOfPictures(page: Page, type: 'inbound-rtp' | 'outbound-rtp', name: string): Promise<number> {
  return await page.evaluate(
    async (wanted) => {
      let sum = 0
      const connections: RTCPeerConnection[] = Reflect.get(window, 'connections')
      for (const connection of connections)
        (await connection.getStats()).forEach((stats) => {
          if (stats.type === wanted.type && stats.kind === 'video') sum += stats[wanted.name] ?? 0
        })
      return sum
    },
    { type, name },
  )
}
