import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished } from 'vitest'

/** How long a lease lasts, in ms: long enough for a busy machine to renew it in time. */
export const LEASE_MS = 3_000

/** A Rostrum in a process of its own, that shares its data with others. */
export class OwnerProcess {
  readonly url: string
  readonly #child: ChildProcess
  readonly #said: string[]

  private constructor(url: string, child: ChildProcess, said: string[]) {
    this.url = url
    this.#child = child
    this.#said = said
  }

  static async start(folder: string, clock: 'runs' | 'stands', dist = ''): Promise<OwnerProcess> {
    const program = fileURLToPath(new URL('room-owner.ts', import.meta.url))
    const child = spawn(process.execPath, [program, folder, String(LEASE_MS), clock, dist], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    onTestFinished(async () => {
      const gone = once(child, 'exit')
      child.kill('SIGKILL')
      await gone
    })
    const said: string[] = []
    createInterface(child.stdout).on('line', (line) => said.push(line))
    await expect.poll(() => said[0], { timeout: 30_000 }).toMatch(/^ready /)
    return new OwnerProcess(said[0]?.replace('ready ', '') ?? '', child, said)
  }

  /** Stops the process right after a renewal, when it has nothing under way. */
  async stop(): Promise<void> {
    const renewals = () => this.#said.filter((line) => line === 'renewed stored').length
    const before = renewals()
    await expect.poll(renewals, { timeout: 2 * LEASE_MS, interval: 5 }).toBeGreaterThan(before)
    this.#child.kill('SIGSTOP')
    this.#said.length = 0
  }

  wake(): void {
    this.#child.kill('SIGCONT')
  }

  /** What came of each append since the last stop. */
  get appends(): string[] {
    return this.#said.filter((line) => line.startsWith('append '))
  }
}
