import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import type { Page } from 'playwright-core'

/** A line to the media engine that can be made thin, in kbit/s down to the page, or as wide as it is again. */
export type ThinLine = { carries(kbps: number): void }

// Longer than this (ms) nothing waits in front of a thin line: what comes then is lost, as in a router.
const QUEUE = 500

/**
 * Leads all sound and pictures of a page over a line of its own; to be laid before the page connects. The engine's candidates are
 * given to the page with the line's port, and the page names none of its own, so that there is no other way.
 */
export async function thinLine(page: Page): Promise<ThinLine> {
  const relays: { close(): void }[] = []
  let isOver = false
  page.once('close', () => {
    isOver = true
    for (const relay of relays) relay.close()
  })
  const ports = new Map<number, Promise<number>>()
  let kbps = Infinity
  const lay = async (port: number) => {
    const near = createSocket('udp4').bind(0, '127.0.0.1')
    await once(near, 'listening')
    relays.push(near)
    const far = new Map<string, ReturnType<typeof createSocket>>()
    near.on('message', (up, { address, port: from }) => {
      const known = far.get(`${address} ${from}`)
      const socket = known ?? createSocket('udp4')
      if (!known) {
        far.set(`${address} ${from}`, socket)
        relays.push(socket)
        let freeAt = 0
        socket.on('message', (down) => {
          const now = performance.now()
          const starts = Math.max(now, freeAt)
          if (starts - now > QUEUE) return
          freeAt = starts + (down.length * 8) / kbps
          setTimeout(() => !isOver && near.send(down, from, address), freeAt - now)
        })
      }
      socket.send(up, port, '127.0.0.1')
    })
    return near.address().port
  }
  await page.exposeFunction('layLine', async (port: number) => {
    const laid = ports.get(port) ?? lay(port)
    ports.set(port, laid)
    return await laid
  })
  await page.addInitScript(() => {
    type Description = { type: RTCSdpType; sdp?: string }
    const layLine: (port: number) => Promise<number> = Reflect.get(window, 'layLine')
    const around = <Given, Got>(
      name: string,
      does: (goOn: (given: Given) => Promise<Got>, given: Given) => Promise<Got>,
    ) => {
      const original: (given: Given) => Promise<Got> = Reflect.get(RTCPeerConnection.prototype, name)
      Object.assign(RTCPeerConnection.prototype, {
        async [name](this: RTCPeerConnection, given: Given) {
          return await does(async (other) => await original.call(this, other), given)
        },
      })
    }
    /** An engine's candidate over UDP with the line's port; null for others. */
    const led = async (candidate: string) => {
      const parts = candidate.split(' ')
      if (parts[2]?.toLowerCase() !== 'udp') return null
      parts[5] = String(await layLine(Number(parts[5])))
      return parts.join(' ')
    }
    const withoutOwn = async (make: (how: unknown) => Promise<Description>, how: unknown) => {
      const { type, sdp = '' } = await make(how)
      return { type, sdp: sdp.replace(/^a=candidate:.*\r\n/gm, '') }
    }
    Object.defineProperty(RTCPeerConnection.prototype, 'onicecandidate', { set() {} })
    around('createOffer', withoutOwn)
    around('createAnswer', withoutOwn)
    around<RTCIceCandidateInit, void>('addIceCandidate', async (add, given) => {
      const candidate = given.candidate ? await led(given.candidate) : null
      if (candidate) await add({ ...given, candidate })
    })
    around<Description, void>('setRemoteDescription', async (set, { type, sdp = '' }) => {
      const isWay = (line: string) => line.startsWith('a=candidate:')
      const lines = await Promise.all(sdp.split('\r\n').map(async (line) => (isWay(line) ? await led(line) : line)))
      await set({ type, sdp: lines.filter((line) => line !== null).join('\r\n') })
    })
  })
  return {
    carries: (now) => {
      kbps = now
    },
  }
}
