import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse, TYPE } from '@formatjs/icu-messageformat-parser'
import { pseudo } from './pseudo.mjs'

/** @typedef {import('@formatjs/icu-messageformat-parser').MessageFormatElement} Element */
/** @typedef {string | readonly Messages[] | { readonly [key: string]: Messages }} Messages what a catalogue holds: ICU messages, and lists and groups of them */
/** @typedef {Map<string, 'string' | 'number' | 'boolean'>} Parameters */

export const LOCALES = fileURLToPath(new URL('../src/client/i18n/locales', import.meta.url))
const ID = 'virtual:catalogues'
const RESOLVED = '\0virtual:catalogues'
// What a page needs before it can be drawn, and what only the pages around the room need, or a room seldom; all else comes with the room.
const FIRST = ['core', 'portal', 'panel', 'reactions', 'room', 'stage']
const PORTAL = new Set([
  'account',
  'admin',
  'content',
  'invites',
  'media',
  'members',
  'my-sessions',
  'outbox',
  'pictures',
  'requirements',
  'room-form',
  'schedule',
  'storyboard',
])

/** With what the messages of a part are loaded. @param {string} part @param {readonly string[]} first @returns {'first' | 'around' | 'more'} */
const whenOf = (part, first) => (first.includes(part) ? 'first' : PORTAL.has(part) ? 'around' : 'more')

/** The languages that there are: a folder each. */
export const languages = () => readdirSync(LOCALES).toSorted()

/** The parts of a catalogue: a file each, without its ending. @param {string} language */
export const partsOf = (language) =>
  readdirSync(join(LOCALES, language))
    .map((name) => name.replace(/\.json$/, ''))
    .toSorted()

/** @param {string} language @param {string} part @returns {Messages} */
export const catalogue = (language, part) => JSON.parse(readFileSync(fileOf(language, part), 'utf8'))

/** @param {string} language @param {string} part */
const fileOf = (language, part) => join(LOCALES, language, `${part}.json`)

/**
 * A Vite plugin that compiles the ICU messages of src/client/i18n/locales: `virtual:catalogues` has three modules for each language,
 * those of the first page, of the pages around the room, and all others, and each message in them is a string or a function of its parameters. ROSTRUM_PSEUDO=1
 * builds the English page with lengthened and accented words, so that a text that is cut or not translated is seen.
 * @param {readonly string[]} first the parts that the page needs before it can be drawn
 * @returns {import('vite').Plugin}
 */
export function messages(first = FIRST) {
  return {
    name: 'messages',
    resolveId: (id) => (id === ID || id.startsWith(`${ID}/`) ? id.replace(ID, RESOLVED) : undefined),
    load(id) {
      if (id === RESOLVED) return index()
      if (!id.startsWith(`${RESOLVED}/`)) return undefined
      const [language = '', when] = id.slice(RESOLVED.length + 1).split('/')
      const parts = partsOf(language).filter((part) => whenOf(part, first) === when)
      for (const part of parts) this.addWatchFile(fileOf(language, part))
      const source = Object.fromEntries(parts.map((part) => [part, catalogue(language, part)]))
      const isPseudo = language === 'en' && process.env['ROSTRUM_PSEUDO'] === '1'
      return moduleOf(isPseudo ? pseudo(source) : source)
    },
  }
}

/** The module that finds all others. */
function index() {
  const load = (/** @type {string} */ from) => `() => import('${ID}/${from}')`
  const all = languages().map(
    (each) =>
      `'${each}': {first: ${load(`${each}/first`)}, around: ${load(`${each}/around`)}, more: ${load(`${each}/more`)}}`,
  )
  return `export const catalogues = {${all.join()}}\nexport const isAround = new Set(${JSON.stringify([...PORTAL])})`
}

/** A module of messages: given how a language formats, it gives them. @param {Messages} source */
export function moduleOf(source) {
  return `export const messages = (f) => (${codeOf(source)})`
}

/** @param {Messages} source @returns {string} */
function codeOf(source) {
  if (typeof source === 'string') return messageCode(parse(source))
  if (Array.isArray(source)) {
    const isPlain = parametersOf(source).size === 0
    const all = source.map((each) => (isPlain ? codeOf(each) : textCode(each))).join()
    return isPlain ? `[${all}]` : `(a) => [${all}]`
  }
  const all = Object.entries(source).map(([key, each]) => `${JSON.stringify(key)}: ${codeOf(each)}`)
  return `{${all.join()}}`
}

/** @param {Messages} message one of a list that takes parameters together */
function textCode(message) {
  if (typeof message !== 'string') throw new Error('a list that takes parameters has messages in it alone')
  return templateOf(parse(message))
}

/** @param {Element[]} elements */
function messageCode(elements) {
  const code = templateOf(elements)
  return elements.every(({ type }) => type === TYPE.literal) ? code : `(a) => ${code}`
}

/** @param {Element[]} elements @returns {string} */
function templateOf(elements) {
  if (elements.every(({ type }) => type === TYPE.literal))
    return JSON.stringify(elements.map((each) => ('value' in each ? each.value : '')).join(''))
  const [only] = elements
  if (only && elements.length === 1 && only.type !== TYPE.literal) return elementCode(only)
  return `\`${elements.map((each) => (each.type === TYPE.literal ? each.value.replace(/[\\`$]/g, '\\$&') : `\${${elementCode(each)}}`)).join('')}\``
}

/** @param {Element} element @returns {string} */
function elementCode(element) {
  switch (element.type) {
    case TYPE.argument:
      return `f.text(a.${element.value})`
    case TYPE.number:
      return `f.number(a.${element.value})`
    case TYPE.date:
      return `f.date(a.${element.value})`
    case TYPE.time:
      return `f.time(a.${element.value})`
    case TYPE.pound:
      return 'n'
    case TYPE.select: {
      const { none, true: yes, other } = element.options
      const first = none ?? yes
      if (!first || !other || Object.keys(element.options).length > 2)
        throw new Error(
          `{${element.value}, select}: what may be absent has none and other, a yes or no has true and other`,
        )
      const [one, two] = [first, other].map(({ value }) => templateOf(value))
      return none ? `(a.${element.value} ? ${two} : ${one})` : `(a.${element.value} ? ${one} : ${two})`
    }
    case TYPE.plural: {
      const forms = Object.entries(element.options).map(
        ([key, { value }]) => `${JSON.stringify(key)}: (n) => ${templateOf(value)}`,
      )
      return `f.${element.pluralType === 'ordinal' ? 'ordinal' : 'plural'}(a.${element.value}, {${forms.join()}})`
    }
    default:
      throw new Error('a message has no tags')
  }
}

/** What is to be put into a message, or into the messages of a list. @param {Messages} source @returns {Parameters} */
export function parametersOf(source) {
  /** @type {Parameters} */
  const found = new Map()
  if (typeof source === 'string') collect(parse(source), found)
  else if (Array.isArray(source))
    for (const each of source) for (const [name, type] of parametersOf(each)) found.set(name, type)
  return found
}

/** @param {Element[]} elements @param {Parameters} found */
function collect(elements, found) {
  for (const element of elements) {
    if (element.type === TYPE.argument) found.set(element.value, found.get(element.value) ?? 'string')
    if (element.type === TYPE.number || element.type === TYPE.date || element.type === TYPE.time)
      found.set(element.value, 'number')
    if (element.type === TYPE.plural) found.set(element.value, 'number')
    if (element.type === TYPE.select) found.set(element.value, 'none' in element.options ? 'string' : 'boolean')
    if (element.type === TYPE.select || element.type === TYPE.plural)
      for (const { value } of Object.values(element.options)) collect(value, found)
  }
}

/** The types of all messages, made from the English ones. */
export function declarations() {
  const parts = partsOf('en').map((part) => `  ${keyOf(part)}: ${typeOf(catalogue('en', part), '  ')}`)
  const first = [...FIRST].map((part) => `'${part}'`).join(' | ')
  return [
    '// Made from src/client/i18n/locales/en by `npm run messages`.',
    'export type Messages = {',
    ...parts,
    '}',
    '',
    '/** What a page needs before it can be drawn. */',
    `export type FirstPart = ${first}`,
    '',
    '/** What only the pages around the room need. */',
    ['export type AroundPart =', ...[...PORTAL].map((part) => `  | '${part}'`)].join('\n'),
    '',
  ].join('\n')
}

/** @param {Messages} source @param {string} indent @returns {string} */
function typeOf(source, indent) {
  const given = [...parametersOf(source)].map(([name, type]) => `${name}: ${type}`).join('; ')
  if (typeof source === 'string') return given ? `(a: { ${given} }) => string` : 'string'
  const deeper = `${indent}  `
  if (Array.isArray(source)) {
    if (source.every((each) => typeof each === 'string') && source.length === 2)
      return given ? `(a: { ${given} }) => [string, string]` : '[string, string]'
    return `${typeOf(source[0] ?? '', indent)}[]`
  }
  const inner = Object.entries(source).map(([key, each]) => `${deeper}${keyOf(key)}: ${typeOf(each, deeper)}`)
  return `{\n${inner.join('\n')}\n${indent}}`
}

/** @param {string} key as it stands before a colon */
const keyOf = (key) => (/^[a-z_]\w*$/i.test(key) || /^(0|[1-9]\d*)$/.test(key) ? key : `'${key}'`)
