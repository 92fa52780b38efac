import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { withMetadata } from './tflite-metadata.mjs'

const NAME = 'virtual:segmentation'
const RESOLVED = `\0${NAME}`

/** What finds the person in a picture, by the name under which the page asks for it. @type {Record<string, () => Uint8Array>} */
const FILES = {
  'segmentation.js': () => inPackage('@mediapipe/tasks-vision', 'wasm/vision_wasm_internal.js'),
  'segmentation.wasm': () => inPackage('@mediapipe/tasks-vision', 'wasm/vision_wasm_internal.wasm'),
  'segmentation.tflite': () =>
    withMetadata(inPackage('@mediapipe/selfie_segmentation', 'selfie_segmentation_landscape.tflite')),
}

/** A package's file, also one that the package does not export. @param {string} name @param {string} file */
function inPackage(name, file) {
  const main = createRequire(import.meta.url).resolve(name)
  return readFileSync(join(dirname(main), file))
}

/**
 * A Vite plugin: `virtual:segmentation` gives the addresses of the segmenter's script, wasm and model, which the build takes
 * from their packages, so that a page asks nobody but its own server. @returns {import('vite').Plugin}
 */
export function segmentation() {
  return {
    name: 'segmentation',
    apply: 'build',
    resolveId: (id) => (id === NAME ? RESOLVED : undefined),
    load(id) {
      if (id !== RESOLVED) return undefined
      const address = (/** @type {string} */ name) => {
        const file = this.emitFile({ type: 'asset', name, source: FILES[name]?.() ?? '' })
        return `import.meta.ROLLUP_FILE_URL_${file}`
      }
      return Object.keys(FILES)
        .map((name) => `export const ${name.replace('segmentation.', '')} = ${address(name)}`)
        .join('\n')
    },
  }
}
