import { monitorEventLoopDelay } from 'node:perf_hooks'

/** Loaded beside a server: on SIGUSR2 it says on standard error for how long, in ms, its loop stood still at most since the last time. */
const RESOLUTION = 5
const delays = monitorEventLoopDelay({ resolution: RESOLUTION })
delays.enable()

process.on('SIGUSR2', () => {
  // A stall is known once the loop has gone on for a moment.
  setTimeout(() => {
    process.stderr.write(`stall ${Math.round(delays.max / 1e6)}\n`)
    delays.reset()
  }, 4 * RESOLUTION)
})
