import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of the clone. */
export const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '')

const bin = join(root, 'node_modules', '.bin')

/** PATH with the project's own programs first, so that `node` is the pinned one. */
export function pinnedPath(path = process.env.PATH ?? '') {
  return [bin, ...path.split(delimiter).filter(part => part !== bin)].join(delimiter)
}

/** PATH as the machine has it: an installation must not run on what it replaces. */
export function machinePath(path = process.env.PATH ?? '') {
  return path
    .split(delimiter)
    .filter(part => !part.endsWith(join('node_modules', '.bin')))
    .join(delimiter)
}

/**
 * Runs a program to its end and keeps what it prints.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, onLine?: (line: string) => void }} [options]
 *   `env` is added to this process's own; `onLine` hears every line as it comes.
 * @returns {Promise<{ code: number, output: string }>} code 127 when the program is not there
 */
export function run(program, args, { cwd = root, env = {}, onLine } = {}) {
  return new Promise(resolve => {
    const child = spawn(program, args, {
      cwd,
      env: { ...process.env, PATH: pinnedPath(), ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    })
    const lines = /** @type {string[]} */ ([])
    for (const stream of [child.stdout, child.stderr])
      createInterface({ input: stream }).on('line', line => {
        lines.push(line)
        onLine?.(line)
      })
    child.on('error', error => resolve({ code: 127, output: String(error) }))
    child.on('close', code => resolve({ code: code ?? 1, output: lines.join('\n') }))
  })
}
