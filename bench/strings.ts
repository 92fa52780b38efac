/**
 * Times the longest that any text can cost that comes over the wire, in ms: names, reasons, messages and searches that were made to
 * take long. Prints JSON. `node bench/strings.ts [times]`
 */
import { excerptOf, readMessage } from '../src/protocol/messages.ts'
import { readName, readReason } from '../src/protocol/names.ts'
import { searchKey } from '../src/rules/audience/search-key.ts'
import { spread } from './spread.ts'

const times = Number(process.argv[2] ?? 200)
const upTo = (units: number, piece: string) => piece.repeat(Math.ceil(units / piece.length)).slice(0, units)

/** Each is as long as may be: what is longer is not looked at. */
const PIECES = {
  letters: 'a',
  'letters in capitals': 'İ',
  'two marks in the wrong order': 'a\u0315\u0334',
  'eight marks': `a${'\u0315\u0334'.repeat(4)}`,
  'marks alone': '\u0315\u0334',
  'Hangul in pieces': '\u1112\u1161\u11ab',
  'one that unfolds to eighteen': '\ufdfa',
  emoji: '👩‍👩‍👧',
  joiners: '\u200d',
  spaces: ' ',
  'lines and spaces': '\n \n',
  'lone surrogates': '\ud800',
} as const

const measured = Object.entries(PIECES).map(([piece, text]) => {
  const line = upTo(1_000, text)
  const lines = upTo(5_000, text)
  const work = {
    readName: () => readName(line),
    readReason: () => readReason(line),
    readMessage: () => excerptOf(JSON.stringify(readMessage(lines))),
    searchKey: () => searchKey(upTo(100, text)),
  }
  const costs = Object.entries(work).map(([name, run]) => {
    for (let n = 0; n < 20; n++) run()
    const each = Array.from({ length: times }, () => {
      const started = performance.now()
      run()
      return performance.now() - started
    })
    return [name, spread(each, 3)] as const
  })
  return { piece, ...Object.fromEntries(costs) }
})
process.stdout.write(`${JSON.stringify({ unit: 'ms', times, measured }, null, 2)}\n`)
