import { spawn } from 'node:child_process'
import { delimiter, join, sep } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

/** The folder of the clone. */
export const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '')

const bin = join(root, 'node_modules', '.bin')

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set()

/**
 * Runs a program to its end and keeps what it prints.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, onLine?: (line: string) => void }} [options]
 *   `env` comes on top of this process's own, undefined takes a variable away; `onLine` hears every line as it comes.
 * @returns {Promise<{ code: number, output: string }>} code 127 when the program is not there
 */
export function run(program, args, { cwd = root, env = {}, onLine } = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd,
      env: { ...process.env, PATH: pinnedPath(), ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    })
    running.add(child)
    /** @type {string[]} */
    const lines = []
    for (const stream of [child.stdout, child.stderr])
      createInterface({ input: stream }).on('line', (line) => {
        lines.push(line)
        onLine?.(line)
      })
    child.on('error', (error) => resolve({ code: 127, output: String(error) }))
    child.on('close', (code) => {
      running.delete(child)
      resolve({ code: code ?? 1, output: lines.join('\n') })
    })
  })
}

/** PATH with the project's own programs first, so that `node` is the pinned one. */
export function pinnedPath() {
  return [bin, machinePath()].join(delimiter)
}

/** PATH as the machine has it: an installation must not run on what it is about to replace. */
export function machinePath() {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '' && !folder.endsWith(`node_modules${sep}.bin`))
    .join(delimiter)
}

/**
 * When this process is told to stop, or the npm that runs it is gone, what it runs stops too. Called once, by a script that
 * a person starts.
 */
export function stopTogether() {
  for (const [signal, code] of /** @type {const} */ ([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ]))
    process.on(signal, () => {
      for (const child of running) child.kill(signal)
      process.exit(code)
    })
  // npm passes a signal to its shell alone, and the shell takes it to the grave.
  if (process.env['npm_lifecycle_event']) {
    const parent = process.ppid
    const watch = setInterval(() => {
      if (process.ppid === parent) return
      clearInterval(watch)
      process.kill(process.pid, 'SIGTERM')
    }, 250)
    watch.unref()
  }
}

/** The last lines of an output: enough to see why something failed. @param {string} output */
export function tail(output, lines = 15) {
  return output.trim().split('\n').slice(-lines).join('\n')
}
