import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, onTestFinished, test } from 'vitest'
import { supervise } from '../../scripts/supervise.mjs'

/** A server that ends as it is told, one after the other: with a code, or by a signal. Gives how often it was started. */
function serverThat(...ends: (number | string)[]) {
  const folder = mkdtempSync(join(tmpdir(), 'rostrum-supervise-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const starts = join(folder, 'starts')
  writeFileSync(starts, '')
  const program = `
    const fs = require('node:fs')
    const ends = ${JSON.stringify(ends)}
    const end = ends[fs.readFileSync(${JSON.stringify(starts)}, 'utf8').length]
    fs.appendFileSync(${JSON.stringify(starts)}, 'x')
    if (typeof end === 'number') process.exit(end)
    process.kill(process.pid, end)
    setTimeout(() => {}, 60000)`
  return { args: ['-e', program], starts: () => readFileSync(starts, 'utf8').length }
}

async function run(...ends: (number | string)[]) {
  const { args, starts } = serverThat(...ends)
  const said: string[] = []
  const how = { signals: [], firstWait: 1, say: (line: string) => void said.push(line) }
  const code = await supervise(process.execPath, args, { stdio: 'ignore' }, how)
  return { code, starts: starts(), said }
}

test('a server that crashes, or is killed, is started again until it ends in order', async () => {
  const { code, starts, said } = await run(70, 'SIGKILL', 70, 0)
  expect([code, starts]).toEqual([0, 4])
  expect(said).toHaveLength(3)
  expect(said[1]).toMatch(/^The server has ended unexpectedly \(SIGKILL\)\. It is started again in \d+ s\.$/)
})

test('a server that cannot start is not tried for ever: it has said why', async () => {
  expect(await run(1)).toEqual({ code: 1, starts: 1, said: [] })
})

test('after a crash also one that does not start at once is tried again', async () => {
  expect(await run(70, 1, 1, 0)).toMatchObject({ code: 0, starts: 4 })
})

test('a signal ends the row, also in the wait before the next start', async () => {
  const { args } = serverThat(70)
  const program = `
    import { supervise } from ${JSON.stringify(join(import.meta.dirname, '..', '..', 'scripts', 'supervise.mjs'))}
    const how = { signals: ['SIGTERM'], firstWait: 3600000, say: console.log }
    process.exitCode = await supervise(process.execPath, ${JSON.stringify(args)}, { stdio: 'ignore' }, how)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(child.stdout, 'data')
  child.kill('SIGTERM')
  expect(await once(child, 'exit')).toEqual([0, null])
})
