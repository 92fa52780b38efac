/**
 * Times the longest that any text can cost that comes over the wire, in ms: names, reasons, messages and searches that were made to
 * take long. Prints JSON. `node bench/strings.ts [times]`
 */
import { excerptOf, readMessage } from '../src/protocol/messages.ts'
import { readName, readReason } from '../src/protocol/names.ts'
import { searchKey } from '../src/rules/audience/search-key.ts'
import { print, reportOf, rowOf } from './report.ts'
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

const WORK: Record<string, (text: string) => unknown> = {
  readName: (text) => readName(upTo(1_000, text)),
  readReason: (text) => readReason(upTo(1_000, text)),
  readMessage: (text) => excerptOf(JSON.stringify(readMessage(upTo(5_000, text)))),
  searchKey: (text) => searchKey(upTo(100, text)),
}

const rows = Object.entries(WORK).map(([name, run]) => {
  const costs = Object.values(PIECES).map((text) => {
    for (let n = 0; n < 20; n++) run(text)
    const each = Array.from({ length: times }, () => {
      const started = performance.now()
      run(text)
      return performance.now() - started
    })
    return spread(each, 3)
  })
  const worst = costs.reduce((a, b) => (a.p95 > b.p95 ? a : b))
  return rowOf(`\`${name}\` of the costliest of ${costs.length} texts`, 'ms', worst, { judged: 'p95' })
})
print(reportOf('strings', rows))
