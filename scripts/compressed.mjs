import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

const WORTH = /\.(js|css|svg|html|wasm|tflite)$/
// Below this (bytes) the head of the answer is longer than what is saved.
const WORTH_IT = 512
// Above this (bytes) the best quality takes a quarter of a minute, for a twentieth less.
const LARGE = 1_000_000

/** A Vite plugin that puts a `.br` and a `.gz` beside each built file that gets smaller, for the server to send. @returns {import('vite').Plugin} */
export function compressed() {
  let folder = ''
  return {
    name: 'compressed',
    // Its makers' own page is to be built quickly.
    apply: (_config, { command, mode }) => command === 'build' && mode !== 'development',
    configResolved(config) {
      folder = resolve(config.root, config.build.outDir)
    },
    closeBundle() {
      for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
        if (!WORTH.test(name)) continue
        const file = join(folder, name)
        // Of another build into the same folder, which was emptied before.
        if (existsSync(`${file}.gz`)) continue
        const bytes = readFileSync(file)
        if (bytes.length < WORTH_IT) continue
        const params = { [constants.BROTLI_PARAM_QUALITY]: bytes.length > LARGE ? 5 : 11 }
        writeFileSync(`${file}.br`, brotliCompressSync(bytes, { params }))
        writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }))
      }
    },
  }
}
