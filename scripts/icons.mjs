import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const IMPORT = /import\s*\{([^}]*)\}\s*from\s*'lucide-react'/g
const ICON = /lucide-react\/dist\/esm\/icons\//
// Keys of parts that never change places, and other names of the picture: noise that does not compress.
const NOISE = /, key: "[^"]*"|,\s*aliases: \[[^\]]*\]/g
const EXPORT = /export \{([^}]*)\} from '(\.\/icons\/[^']+)'/g

/**
 * A Vite plugin that imports each icon from its own file. Through the package's list of all icons, every icon that is drawn
 * anywhere would count as one of the first page; and leaves out of each what no picture needs. @returns {import('vite').Plugin}
 */
export function icons() {
  /** @type {Map<string, string> | undefined} */
  let files
  // React says of a page in development that its parts have no keys.
  let isLean = true
  return {
    name: 'icons',
    apply: 'build',
    enforce: 'pre',
    configResolved({ mode }) {
      isLean = mode !== 'development'
    },
    transform(code, id) {
      if (ICON.test(id)) return isLean ? code.replace(NOISE, '') : undefined
      if (!id.includes('/src/client/') || !code.includes("from 'lucide-react'")) return undefined
      files ??= filesOfIcons()
      const known = files
      return code.replace(IMPORT, (_whole, /** @type {string} */ names) =>
        names
          .split(',')
          .map((name) => name.trim())
          .filter((name) => name !== '' && !name.startsWith('type '))
          .map((name) => importOf(name, known))
          .join('; '),
      )
    },
  }
}

/** @param {string} name as imported, perhaps `Icon as Other` @param {Map<string, string>} files */
function importOf(name, files) {
  const [icon = '', local = icon] = name.split(/\s+as\s+/)
  const file = files.get(icon)
  if (!file) throw new Error(`lucide-react has no icon ${icon}`)
  return `import ${local} from '${file}'`
}

/** The file of each icon, by each of its names. */
function filesOfIcons() {
  const list = createRequire(import.meta.url)
    .resolve('lucide-react')
    .replace('cjs', 'esm')
    .replace(/\.c?js$/, '.mjs')
  /** @type {Map<string, string>} */
  const files = new Map()
  for (const [, names = '', file = ''] of readFileSync(list, 'utf8').matchAll(EXPORT))
    for (const name of names.split(',')) files.set(name.trim().replace('default as ', ''), join(dirname(list), file))
  return files
}
