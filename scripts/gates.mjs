import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { root, run } from './run.mjs'

/**
 * @typedef {{ passed: number, failed: number, outcome: string, output: string }} Result
 * @typedef {{ name: string, check: () => Promise<Result> }} Gate
 */

const PROJECTS = ['core', 'node', 'client', 'browser']

/** Gates that are light enough to run two at a time. @type {readonly Gate[]} */
export const cheapGates = [
  // What takes longest begins first.
  tests('Unit tests', 'unit', ['--config', 'vitest.config.ts']),
  tool('Format', 'oxfmt', '--check'),
  tool('Lint', 'oxlint'),
  ...PROJECTS.map((project) => tool(`Types ${project}`, 'tsc', '-p', `tsconfig.${project}.json`)),
  tool('Dead code', 'knip', '--no-progress'),
]

/** The stories in a real browser; they want the machine to themselves. @param {NodeJS.ProcessEnv} env @returns {Gate} */
export function browserGate(env) {
  return tests('Browser tests', 'e2e', ['--config', 'vitest.e2e.config.ts'], env)
}

/** A gate that passes or fails as a whole. @param {string} name @param {string} program @param {string[]} args @returns {Gate} */
function tool(name, program, ...args) {
  return {
    name,
    async check() {
      const { code, output } = await run(program, args)
      return code === 0
        ? { passed: 1, failed: 0, outcome: 'passed', output }
        : { passed: 0, failed: 1, outcome: 'failed', output }
    },
  }
}

/**
 * A gate that counts single tests, as Vitest's report has them.
 *
 * @param {string} name @param {string} report @param {string[]} args @param {NodeJS.ProcessEnv} [env]
 * @returns {Gate}
 */
function tests(name, report, args, env = {}) {
  return {
    name,
    async check() {
      const file = join(root, 'test-results', `${report}.json`)
      rmSync(file, { force: true })
      const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
      const { code, output } = await run('vitest', ['run', ...args, ...reporters], { env })
      const { passed, failed } = count(readReport(file), code)
      return { passed, failed, outcome: `${passed} passed, ${failed} failed`, output }
    },
  }
}

/**
 * @typedef {{ numPassedTests: number, numFailedTests: number, testResults: { status: string, assertionResults: unknown[] }[] }} Report
 * @param {string} file @returns {Report | undefined}
 */
function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

/**
 * Sums a report up. A file that could not even be loaded counts as one failure, and so does a run that failed for a
 * reason that no test shows.
 *
 * @param {Report | undefined} report @param {number} code
 */
export function count(report, code) {
  const unloaded = report?.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0)
  const shown = (report?.numFailedTests ?? 0) + (unloaded?.length ?? 0)
  return { passed: report?.numPassedTests ?? 0, failed: shown === 0 && code !== 0 ? 1 : shown }
}
