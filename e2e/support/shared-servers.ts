import { appendFileSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { forgetPageStarts, pageStarts } from './page-starts.ts'
import { startTestServer } from './test-server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the servers are that stories share. */
    servers: string[]
  }
}

const LOGS = join('test-results', 'servers')

/** A server for each worker, shared by all stories that take theirs as it is: a start costs as much as two visitors. */
export async function setup(project: TestProject) {
  const files = project.vitest.state.getPaths().length
  const many = Math.min(project.config.maxWorkers, Math.max(1, files))
  rmSync(LOGS, { recursive: true, force: true })
  mkdirSync(LOGS, { recursive: true })
  forgetPageStarts()
  const servers = await Promise.all(
    Array.from({ length: many }, async (_, n) => {
      const log = join(LOGS, `${n + 1}.log`)
      return await startTestServer({}, (line) => appendFileSync(log, `${line}\n`))
    }),
  )
  project.provide(
    'servers',
    servers.map(({ url }) => url),
  )
  return async () => {
    console.log(`page starts: ${pageStarts()}`)
    await Promise.all(servers.map(async (server) => await server.close()))
  }
}
