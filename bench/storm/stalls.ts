import { monitorEventLoopDelay } from 'node:perf_hooks'

/** Loaded beside a server: on SIGUSR2 it says on standard error for how long, in ms, its loop stood still at most since the last time. */
const delays = monitorEventLoopDelay({ resolution: 5 })
delays.enable()

process.on('SIGUSR2', () => {
  process.stderr.write(`stall ${Math.round(delays.max / 1e6)}\n`)
  delays.reset()
})
