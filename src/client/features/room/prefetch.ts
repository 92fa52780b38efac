const AFTER_MS = 5_000 // by then audio and video are connected, and have had the bandwidth first

/** One of the parts that are opened by a press; its file has them all (vite.config.ts). */
const bringLater = async () => await import('../settings/SettingsSheet.tsx')

/**
 * Loads those parts once the room has come to rest, so that they open at once and while the server is away; not if the visitor saves data.
 * Returns a function that cancels it.
 */
export function prefetchWhenIdle(): () => void {
  if (sparesData()) return () => {}
  let idle = 0
  const timer = setTimeout(() => {
    idle = whenIdle(() => {
      // If it fails, it is loaded when it is opened.
      bringLater().catch(() => {})
    })
  }, AFTER_MS)
  return () => {
    clearTimeout(timer)
    globalThis.cancelIdleCallback?.(idle)
  }
}

/** Safari does not have requestIdleCallback. */
function whenIdle(then: () => void): number {
  if ('requestIdleCallback' in globalThis) return requestIdleCallback(then)
  then()
  return 0
}

/** Only Chromium tells. */
function sparesData(): boolean {
  const connection: unknown = Reflect.get(navigator, 'connection')
  return typeof connection === 'object' && connection !== null && Reflect.get(connection, 'saveData') === true
}
