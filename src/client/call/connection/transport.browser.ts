import type { RoomId } from '../../../protocol/types.ts'
import type { Transport } from './transport.ts'

/** Opens WebSockets to a room of the server that served the page. */
export function transportTo(room: RoomId): Transport {
  const address = `${location.origin.replace(/^http/, 'ws')}/api/rooms/${room}/socket`
  return {
    dial(ends) {
      const socket = new WebSocket(address)
      socket.addEventListener('open', () => ends.opened())
      socket.addEventListener('message', ({ data }) => ends.heard(String(data)))
      socket.addEventListener('close', ({ code, reason }) => ends.closed(code, reason))
      return {
        send(text) {
          // A socket that is closing drops what it is given; it reports its end in a moment.
          if (socket.readyState === WebSocket.OPEN) socket.send(text)
        },
        close: (code) => socket.close(code),
      }
    },
    after(wait, then) {
      const timer = setTimeout(then, wait)
      return () => clearTimeout(timer)
    },
    chance: Math.random,
    watch({ back, gone }) {
      const over = new AbortController()
      const { signal } = over
      addEventListener('online', back, { signal })
      addEventListener('pageshow', back, { signal })
      addEventListener('offline', gone, { signal })
      document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && back(), { signal })
      return () => over.abort()
    },
  }
}
