import type { IncomingMessage } from 'node:http'

/**
 * What comes with a request, as a stream of the web; `drop` reads the rest for nobody, so that whoever still sends hears the answer.
 */
export function requestStream(raw: IncomingMessage): { stream: ReadableStream<Uint8Array>; drop: () => void } {
  let isDropped = false
  const drop = () => {
    isDropped = true
    raw.resume()
  }
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      raw.on('data', (bytes: Uint8Array) => {
        if (isDropped) return
        controller.enqueue(bytes)
        if ((controller.desiredSize ?? 0) <= 0) raw.pause()
      })
      raw.on('end', () => {
        if (!isDropped) controller.close()
      })
      raw.on('error', (fault) => {
        if (!isDropped) controller.error(fault)
      })
      raw.pause()
    },
    pull() {
      raw.resume()
    },
    cancel: drop,
  })
  return { stream, drop }
}
