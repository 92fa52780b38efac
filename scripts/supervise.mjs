import { spawn } from 'node:child_process'

/** How a server ends after a fault that nothing caught (src/server/last-resort.ts). */
const CRASHED = 70
const FIRST_WAIT_MS = 1_000
const LONGEST_WAIT_MS = 60_000
// What ran for so long was no part of a row of crashes.
const LASTS_MS = 300_000

/**
 * Runs a server in the foreground until it ends in order, or cannot even start; after a crash it is started again, after waits that
 * double from a second to a minute. A signal that comes here goes on to it, and ends the row.
 *
 * @param {string} program
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} options
 * @param {{ signals: readonly NodeJS.Signals[], passes?: (signal: NodeJS.Signals) => boolean, say?: (line: string) => void, firstWait?: number }} how
 *   `passes`: whether the server has to be told of a signal; `firstWait` in ms
 * @returns {Promise<number>} the exit code for us
 */
export function supervise(
  program,
  args,
  options,
  { signals, passes = () => true, say = console.error, firstWait = FIRST_WAIT_MS },
) {
  return new Promise((resolve) => {
    let wait = firstWait
    let stopped = false
    /** @type {import('node:child_process').ChildProcess | null} */
    let server = null
    /** @type {NodeJS.Timeout | undefined} */
    let waiting
    for (const signal of signals)
      process.on(signal, () => {
        stopped = true
        if (server && passes(signal)) server.kill(signal)
        if (waiting) clearTimeout(waiting)
        if (!server) resolve(0)
      })

    /** @param {boolean} isAgain */
    function run(isAgain) {
      const started = Date.now()
      waiting = undefined
      const child = spawn(program, args, options)
      server = child
      child.once('error', (error) => {
        server = null
        say(`The server does not start: ${error.message}`)
        resolve(1)
      })
      child.once('close', (code, signal) => {
        server = null
        const ended = code ?? 1
        // Whoever cannot start says why, and it takes a person; after a crash it may be a port that is not free yet.
        const isCrash = signal !== null || code === CRASHED || (isAgain && code !== 0)
        if (stopped || !isCrash) return resolve(ended)
        if (Date.now() - started > LASTS_MS) wait = firstWait
        say(
          `The server has ended unexpectedly (${signal ?? code}). It is started again in ${Math.ceil(wait / 1_000)} s.`,
        )
        waiting = setTimeout(() => run(true), wait)
        wait = Math.min(LONGEST_WAIT_MS, wait * 2)
        return undefined
      })
    }
    run(false)
  })
}
