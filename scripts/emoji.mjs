import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const NAME = /^virtual:emoji\/(\w+)$/
const require = createRequire(import.meta.url)
// Newer ones are empty boxes on machines that are a few years old.
const NEWEST = 15
const FLAG = /^\p{Regional_Indicator}{2}$/u
// From a letter of a flag to one of the alphabet.
const TO_LETTER = 65 - 0x1f1e6

/** @typedef {{ emojis: { emoji: string, emoji_version: string }[] }} Group */
/** @typedef {Record<string, { tts?: string[], default?: string[] }>} Annotations */

/**
 * A Vite plugin: `virtual:emoji/de` gives each emoji with its group, its German name and the words by which it is found. The order is
 * that of Unicode, from unicode-emoji-json; names and words are those of the CLDR, which has every language. @returns {import('vite').Plugin}
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
  /** @type {Group[]} */
  const groups = read('unicode-emoji-json/data-by-group.json')
  /** @type {Annotations} */
  const annotations = read(`cldr-annotations-full/annotations/${language}/annotations.json`).annotations.annotations
  const regions = new Intl.DisplayNames(language, { type: 'region' })
  return groups.flatMap(({ emojis }, group) =>
    emojis.flatMap(({ emoji: sign, emoji_version: version }) => {
      const { tts, default: words = [] } = annotations[sign] ?? annotations[sign.replaceAll('\uFE0F', '')] ?? {}
      const name = tts?.[0] ?? (FLAG.test(sign) ? regions.of(regionOf(sign)) : undefined)
      if (!name || Number(version) > NEWEST) return []
      return [[sign, group, name, words.filter((word) => word !== name).join(' ')]]
    }),
  )
}

/** The region that a flag's two signs spell. @param {string} flag */
function regionOf(flag) {
  return String.fromCodePoint(...Array.from(flag, (sign) => (sign.codePointAt(0) ?? 0) + TO_LETTER))
}

/** @param {string} file in a package */
function read(file) {
  return JSON.parse(readFileSync(require.resolve(file), 'utf8'))
}
