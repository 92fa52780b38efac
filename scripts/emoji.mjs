import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const NAME = /^virtual:emoji\/(\w+)$/
const require = createRequire(import.meta.url)
// Newer ones are empty boxes on machines that are a few years old.
const NEWEST = 15
// Colours of skin and hair are parts of others.
const PARTS = 2
const FLAG = /^1F1[E-F][\dA-F]-1F1[E-F][\dA-F]$/

/** @typedef {{ emoji: string, hexcode: string, version: number, group?: number, order?: number }} Emoji */
/** @typedef {Record<string, { tts?: string[], default?: string[] }>} Annotations */

/**
 * A Vite plugin: `virtual:emoji/de` gives each emoji with its group, its German name and the words by which it is found. The order is
 * that of Unicode, from emojibase; names and words are those of the CLDR, which has every language. @returns {import('vite').Plugin}
 */
export function emoji() {
  return {
    name: 'emoji',
    resolveId: (id) => (NAME.test(id) ? `\0${id}` : undefined),
    load(id) {
      const language = NAME.exec(id.slice(1))?.[1]
      return language && `export default JSON.parse(${JSON.stringify(JSON.stringify(rowsIn(language)))})`
    },
  }
}

/**
 * Each emoji with its group, its name and the words by which it is found.
 * @param {string} language @returns {[emoji: string, group: number, name: string, words: string][]}
 */
export function rowsIn(language) {
  /** @type {Emoji[]} */
  const all = read('emojibase-data/en/data.json')
  /** @type {Annotations} */
  const annotations = read(`cldr-annotations-full/annotations/${language}/annotations.json`).annotations.annotations
  const regions = new Intl.DisplayNames(language, { type: 'region' })
  return all
    .filter(({ group, version }) => group !== undefined && group !== PARTS && version <= NEWEST)
    .toSorted((a, b) => (a.order ?? 0) - (b.order ?? 0))
    .flatMap(({ emoji: sign, hexcode, group }) => {
      const { tts, default: words = [] } = annotations[sign] ?? annotations[sign.replaceAll('\uFE0F', '')] ?? {}
      const name = tts?.[0] ?? (FLAG.test(hexcode) ? regions.of(regionOf(hexcode)) : undefined)
      return name && group !== undefined ? [[sign, group, name, words.filter((word) => word !== name).join(' ')]] : []
    })
}

/** The region that a flag's two signs spell. @param {string} hexcode */
function regionOf(hexcode) {
  return String.fromCodePoint(...hexcode.split('-').map((sign) => Number.parseInt(sign, 16) - 0x1f1e6 + 65))
}

/** @param {string} file in a package */
function read(file) {
  return JSON.parse(readFileSync(require.resolve(file), 'utf8'))
}
