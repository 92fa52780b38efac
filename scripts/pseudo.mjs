import { parse, TYPE } from '@formatjs/icu-messageformat-parser'
import { printAST } from '@formatjs/icu-messageformat-parser/printer.js'

/** @typedef {import('./messages.mjs').Messages} Messages */
/** @typedef {import('./messages.mjs').Element} Element */

const PLAIN = 'abcdefghijklmnopqrstuvwxyz'
const ACCENTED = Array.from('àƀçđéƒĝĥîĵķļɱñöþǫŕšţüṽŵẋýž')
const LONGER = 0.4 // German and Spanish are about that much longer than English

/**
 * The same messages in accented and lengthened words, between brackets: what is cut off, or said by no catalogue, is seen at once.
 * @param {Messages} source @returns {Messages}
 */
export function pseudo(source) {
  if (typeof source === 'string') return source === '' ? '' : lengthened(printAST(accented(parse(source))))
  if (Array.isArray(source)) return source.map(pseudo)
  return Object.fromEntries(Object.entries(source).map(([key, each]) => [key, pseudo(each)]))
}

/** @param {string} message */
const lengthened = (message) => `[${message}${'~'.repeat(message.length * LONGER)}]`

/** @param {Element[]} elements @returns {Element[]} */
function accented(elements) {
  return elements.map((element) => {
    if (element.type === TYPE.literal) return { ...element, value: withAccents(element.value) }
    if (element.type !== TYPE.select && element.type !== TYPE.plural) return element
    const options = Object.entries(element.options).map(([key, option]) => [
      key,
      { ...option, value: accented(option.value) },
    ])
    return { ...element, options: Object.fromEntries(options) }
  })
}

/** @param {string} text */
const withAccents = (text) => text.replace(/[a-z]/g, (letter) => ACCENTED[PLAIN.indexOf(letter)] ?? letter)
