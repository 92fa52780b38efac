import type { Logger } from 'pino'
import type { Millis } from '../protocol/types.ts'

/** How the program ends after a fault that nothing caught (sysexits.h, EX_SOFTWARE): who started it starts it again. */
export const CRASHED = 70

// A shell, npm and a process group may each pass the same signal on.
const SAME_SIGNAL: Millis = 1_000
// A fault may have broken what an orderly end needs.
const CRASH_WITHIN: Millis = 5_000

/**
 * Ends the program in order, step by step, on SIGINT, SIGTERM and SIGHUP: exit code 0, or 1 where a step fails, and at once on the
 * second signal. After a fault that nothing caught it does the same within five seconds, and ends with CRASHED: nobody can know what
 * such a fault has left behind.
 */
export function endInOrder(log: Logger, steps: readonly (() => unknown)[]): void {
  let stoppedAt = -Infinity
  let ending: Promise<boolean> | null = null

  /** Gives whether all steps came to their end. */
  async function end(): Promise<boolean> {
    let isOrderly = true
    for (const step of steps)
      try {
        await step()
      } catch (fault) {
        isOrderly = false
        log.error({ fault }, 'the end is not orderly')
      }
    return isOrderly
  }

  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => {
      const again = performance.now() - stoppedAt
      if (again < SAME_SIGNAL) return
      if (again < Infinity) process.exit(1)
      stoppedAt = performance.now()
      log.info({ signal }, 'stopping')
      ending ??= end()
      void ending.then((isOrderly) => process.exit(isOrderly ? 0 : 1))
    })

  // A promise that nobody waits for comes here as well.
  process.on('uncaughtException', (fault, origin) => {
    log.fatal({ fault, origin }, 'nothing caught this fault; the server ends, and is to be started again')
    setTimeout(() => process.exit(CRASHED), CRASH_WITHIN)
    ending ??= end()
    void ending.then(() => process.exit(CRASHED))
  })
}
