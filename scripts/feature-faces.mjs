import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'

const IMPORT = /import \{([^}]*)\} from '(\.[^']*\/index\.ts)'/g
const EXPORT = /export \{([^}]*)\} from '([^']+)'/g

/**
 * A Vite plugin by which an import from a feature's index.ts is one from the file that it names: through the index, all that a feature
 * shows to others would come with the little that one of them needs. @returns {import('vite').Plugin}
 */
export function featureFaces() {
  return {
    name: 'feature-faces',
    enforce: 'pre',
    // What a file becomes depends on the indexes that it imports from, too: Vitest keeps what it has made of a file.
    configureVitest({ defineCacheKeyGenerator }) {
      defineCacheKeyGenerator(({ id, sourceCode }) =>
        [...sourceCode.matchAll(IMPORT)]
          .map(([, , path = '']) => readFileSync(resolve(dirname(id), path), 'utf8'))
          .join('\n'),
      )
    },
    transform(code, id) {
      if (!id.includes('/src/client/') || !code.includes("/index.ts'")) return undefined
      return code.replace(IMPORT, (_whole, /** @type {string} */ names, /** @type {string} */ path) => {
        const index = resolve(dirname(id), path)
        const files = filesOf(index)
        return listed(names)
          .map(([name, local]) => importOf(files.get(name), name, local, index))
          .join('; ')
      })
    },
  }
}

/** @param {{ file: string, name: string } | undefined} from @param {string} name @param {string} local @param {string} index */
function importOf(from, name, local, index) {
  if (!from) throw new Error(`${index} does not export ${name}`)
  return `import { ${from.name} as ${local} } from '${from.file}'`
}

/** Where each name of an index comes from, and what it is called there. @param {string} index */
function filesOf(index) {
  /** @type {Map<string, { file: string, name: string }>} */
  const files = new Map()
  for (const [, names = '', path = ''] of readFileSync(index, 'utf8').matchAll(EXPORT))
    for (const [name, shown] of listed(names)) files.set(shown, { file: resolve(dirname(index), path), name })
  return files
}

/** The names in braces that are no types, each with the one by which it is known outside. @param {string} names */
function listed(names) {
  return names
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '' && !each.startsWith('type '))
    .map((each) => {
      const [name = '', other = name] = each.split(/\s+as\s+/)
      return /** @type {const} */ ([name, other])
    })
}
