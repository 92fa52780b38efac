import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const src = join(import.meta.dirname, '..', '..', 'src')
const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => /\.(ts|tsx|css)$/.test(name))
  // Made, and read by nobody: test/repository/messages.test.ts.
  .filter((name) => name !== 'client/i18n/message-types.ts')

// Imports are walled in by the linter, and Node and the page by tsconfig.core.json; these are what neither can see.
const UNKNOWN_TO_RULES = [
  [/\bDate\b/, 'the time is an argument'],
  [/\bperformance\b/, 'the time is an argument'],
  [/\bMath\.random\b|\bcrypto\b/, 'chance is an argument'],
  [/\basync\b|\bawait\b|\bPromise\b/, 'a decision waits for nobody'],
] as const

/** The code of a file without its comments, which may speak of anything. */
function code(name: string): string {
  return readFileSync(join(src, name), 'utf8')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/(^|\s)\/\/.*$/gm, '')
}

test('the rules know no time, no chance and no waiting', () => {
  const rules = files.filter((name) => name.startsWith('rules/') && !name.endsWith('.test.ts'))
  const breaches = rules.flatMap((name) =>
    UNKNOWN_TO_RULES.filter(([pattern]) => pattern.test(code(name))).map(([, law]) => `${name}: ${law}`),
  )
  expect(rules).not.toEqual([])
  expect(breaches).toEqual([])
})

test('no file has more than 400 lines', () => {
  const long = files.filter((name) => readFileSync(join(src, name), 'utf8').split('\n').length > 401)
  expect(long).toEqual([])
})

// As much as a reader takes in at a glance, with its tests beside.
const ENTRIES_MAX = 30

test('no folder has more entries than a reader takes in, and each of the page’s features has its own', () => {
  const entries = new Map<string, number>()
  for (const name of files.filter((each) => !/\.test\.tsx?$|\.module\.css$/.test(each))) {
    const folder = name.slice(0, Math.max(0, name.lastIndexOf('/')))
    entries.set(folder, (entries.get(folder) ?? 0) + 1)
  }
  expect([...entries].filter(([, many]) => many > ENTRIES_MAX)).toEqual([])
  expect(files.filter((name) => /^client\/features\/[^/]+$/.test(name))).toEqual([])
})
