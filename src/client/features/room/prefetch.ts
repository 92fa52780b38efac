const AFTER_MS = 5_000 // by then sound and pictures are on their way, and have the line first

/** One of what is opened by a press, which brings the file that has all of it (vite.config.ts). */
const bringLater = async () => await import('../settings/SettingsSheet.tsx')

/**
 * Brings what is opened by a press once the room has come to rest, so that it opens at once and when the server is away; not where the
 * visitor spares data. Gives what calls it off.
 */
export function prefetchWhenIdle(): () => void {
  if (sparesData()) return () => {}
  let idle = 0
  const timer = setTimeout(() => {
    idle = whenIdle(() => {
      // What cannot be had now is asked for again when it is opened.
      bringLater().catch(() => {})
    })
  }, AFTER_MS)
  return () => {
    clearTimeout(timer)
    globalThis.cancelIdleCallback?.(idle)
  }
}

/** Safari has no such callback. */
function whenIdle(then: () => void): number {
  if ('requestIdleCallback' in globalThis) return requestIdleCallback(then)
  then()
  return 0
}

/** Chromium alone tells. */
function sparesData(): boolean {
  const connection: unknown = Reflect.get(navigator, 'connection')
  return typeof connection === 'object' && connection !== null && Reflect.get(connection, 'saveData') === true
}
