import { globSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** Where the page finds the fonts of the whiteboard. */
const FOLDER = 'assets/whiteboard'
/** Where Excalidraw would look for those that are not found. */
const ELSEWHERE = 'https://esm.sh/'

/**
 * A Vite plugin: puts the fonts in which the whiteboard writes among what is built, and takes from it the address at which it would ask somebody
 * else for them, so that a page asks nobody but its own server. It fetches those that are used. @returns {import('vite').Plugin}
 */
export function whiteboardFonts() {
  return {
    name: 'whiteboard-fonts',
    apply: 'build',
    buildStart() {
      const main = createRequire(import.meta.url).resolve('@excalidraw/excalidraw')
      const root = join(dirname(main), '..', 'prod')
      for (const file of globSync('fonts/**/*.woff2', { cwd: root }))
        this.emitFile({ type: 'asset', fileName: `${FOLDER}/${file}`, source: readFileSync(join(root, file)) })
    },
    transform(code, id) {
      if (!id.includes('@excalidraw/excalidraw/') || !code.includes(ELSEWHERE)) return undefined
      return { code: code.replaceAll(ELSEWHERE, `\${location.origin}/${FOLDER}/`), map: null }
    },
  }
}
