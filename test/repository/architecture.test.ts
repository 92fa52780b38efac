import { readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { expect, test } from 'vitest'

const src = join(import.meta.dirname, '..', '..', 'src')
const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => /\.(ts|tsx|css)$/.test(name))
  // Made, and read by nobody: test/repository/messages.test.ts.
  .filter((name) => name !== 'client/i18n/message-types.ts')

// Imports are walled in by the linter, and Node and the page by tsconfig.core.json; these are what neither can see.
const UNKNOWN_TO_RULES = [
  [/\bDate\b|\bTemporal\.Now\b/, 'the time is an argument'],
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

/** Every import from another feature that is not loaded later, as `[by, of]`. */
function* acrossFeatures(): Generator<[by: string, of: string]> {
  for (const name of files.filter((each) => each.startsWith('client/') && /(?<!\.test)\.tsx?$/.test(each)))
    for (const [, path = ''] of code(name).matchAll(/from\s*'(\.[^']+)'/g)) {
      const to = posix.join(posix.dirname(name), path)
      if (to.startsWith('client/features/') && featureOf(to) !== featureOf(name)) yield [name, to]
    }
}

const featureOf = (name: string) => (name.startsWith('client/features/') ? name.split('/')[2] : undefined)

// A test builds its room where it likes, and what is loaded later is named by its file: through the index all else would come along.
test('a feature of the page is used through its index.ts alone', () => {
  const past = [...acrossFeatures()].filter(([, to]) => !/^client\/features\/[^/]+\/index\.ts$/.test(to))
  expect(past).toEqual([])
})

/** What the files of a folder of `client/features` import at once, by folder: what is loaded later may be further up. */
function featureImports(): Map<string, Map<string, string>> {
  const found = new Map<string, Map<string, string>>()
  for (const [by, to] of acrossFeatures()) {
    const [own, other] = [featureOf(by), featureOf(to)]
    if (own && other) found.set(own, (found.get(own) ?? new Map<string, string>()).set(other, `${by} → ${to}`))
  }
  return found
}

test('the features of the page import each other in one direction, types included', () => {
  const imports = featureImports()
  const circles: string[] = []
  const visit = (feature: string, way: readonly string[]): void => {
    for (const [other, where] of imports.get(feature) ?? [])
      if (way.includes(other)) circles.push(where)
      else visit(other, [...way, other])
  }
  for (const feature of imports.keys()) visit(feature, [feature])
  expect([...new Set(circles)]).toEqual([])
  expect(imports.size).toBeGreaterThan(10)
})

const IMPORTS = /(?:import|export)\s[^'";]*?(?:\{([^}]*)\}\s*)?from\s*'(\.[^']+)'|import\('(\.[^']+)'\)/g

/** What a name list of an import or export names: `type A, B as C` names A and B. */
const namesIn = (list: string) =>
  list.split(',').map((each) =>
    each
      .trim()
      .replace(/^type\s+/, '')
      .replace(/\s+as\s.*$/, ''),
  )

/** The files that a file of the page imports, at once or later. An `index.ts` is seen through, as the build does. */
function filesImported(name: string): string[] {
  const from = (by: string, path: string) => posix.join(posix.dirname(by), path)
  return [...code(name).matchAll(IMPORTS)].flatMap(([, list = '', path, later]) => {
    const to = from(name, path ?? later ?? '')
    if (!/^client\/features\/[^/]+\/index\.ts$/.test(to)) return files.includes(to) ? [to] : []
    const wanted = new Set(namesIn(list))
    return [...code(to).matchAll(IMPORTS)].flatMap(([, given = '', source = '']) => {
      const exported = given.split(',').map((each) =>
        each
          .trim()
          .replace(/^type\s+/, '')
          .replace(/^.*\sas\s+/, ''),
      )
      return exported.some((each) => wanted.has(each)) ? [from(to, source)] : []
    })
  })
}

test('no file of the page leads back to itself, not through what is loaded later either', () => {
  const page = files.filter((name) => /^client\/.*(?<!\.test|\.d)\.tsx?$/.test(name) && !name.endsWith('/index.ts'))
  const imports = new Map(page.map((name) => [name, filesImported(name)]))
  const done = new Set<string>()
  const circles: string[] = []
  const visit = (name: string, way: readonly string[]): void => {
    if (way.includes(name)) circles.push([...way.slice(way.indexOf(name)), name].join(' → '))
    if (way.includes(name) || done.has(name)) return
    for (const to of imports.get(name) ?? []) visit(to, [...way, name])
    done.add(name)
  }
  for (const name of page) visit(name, [])
  expect(circles).toEqual([])
  expect([...imports.values()].flat().length).toBeGreaterThan(1_000)
})
