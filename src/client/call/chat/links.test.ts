import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { piecesOf } from './links.ts'

const linked = (text: string) => piecesOf(text).flatMap(({ text: typed, href }) => (href === null ? [] : [typed]))

const A = 'https://example.org/a'

test.each([
  // What ends a sentence or closes a bracket is no part of it.
  [`資料は${A}。ご覧ください`, [A]],
  [`(see ${A})`, [A]],
  [`see ${A}, then ${A}; and ${A}.`, [A, A, A]],
  [`${A}?! ${A}… ${A}: ${A}`, [A, A, A, A]],
  [`（${A}）「${A}」【${A}】`, [A, A, A]],
  [`${A}、${A}，${A}！`, [A, A, A]],
  [`راجع ${A}، ثم ${A}؟`, [A, A]],
  [`देखें ${A}। फिर`, [A]],
  [`ראו ${A}.`, [A]],
  [`Siehe „${A}“, «${A}», “${A}” und ‹${A}›.`, [A, A, A, A]],
  [`"${A}" '${A}' <${A}> \`${A}\``, [A, A, A, A]],
  [`${A}\u200B ${A}\u200E. ${A}\u00AD`, [A, A, A]],
  [`[words](${A})text **${A}** {${A}}`, [A, A, A]],
  [`${A}👍 ${A}❤️`, [A, A]],
  // What belongs to it does.
  ['https://en.wikipedia.org/wiki/Mercury_(planet)', ['https://en.wikipedia.org/wiki/Mercury_(planet)']],
  ['(https://en.wikipedia.org/wiki/Mercury_(planet))', ['https://en.wikipedia.org/wiki/Mercury_(planet)']],
  ["https://en.wikipedia.org/wiki/Schrödinger's_cat", ["https://en.wikipedia.org/wiki/Schrödinger's_cat"]],
  ['https://ca.wikipedia.org/wiki/Paral·lel', ['https://ca.wikipedia.org/wiki/Paral·lel']],
  ['https://en.wikipedia.org/wiki/Michelson–Morley.', ['https://en.wikipedia.org/wiki/Michelson–Morley']],
  ['https://ja.wikipedia.org/wiki/ジョン・レノン。', ['https://ja.wikipedia.org/wiki/ジョン・レノン']],
  ['https://bücher.example/straße', ['https://bücher.example/straße']],
  ['https://例え.テスト/パス', ['https://例え.テスト/パス']],
  ['https://example.org:8443/x?a=b&c=[1,2]#e-f', ['https://example.org:8443/x?a=b&c=[1,2]#e-f']],
  ['https://[::1]:8080/x', ['https://[::1]:8080/x']],
  ['HTTPS://EXAMPLE.ORG/A', ['HTTPS://EXAMPLE.ORG/A']],
  ['https://web.archive.org/web/2026/https://example.org/', ['https://web.archive.org/web/2026/https://example.org/']],
  // Two together are two.
  [`${A} ${A}`, [A, A]],
  [`${A}\n${A}`, [A, A]],
  [`${A},${A}`, [A, A]],
  [`${A}${A}`, [A, A]],
  // Other things are none.
  ['http://example.org/a', []],
  ['git+https://example.org/a', []],
  ['javascript:alert(1) data:text/html,x mailto:a@example.org //example.org example.org', []],
  ['https://bank.example@example.org/ https://a:b@example.org/', []],
  ['https:// https://. https:example.org https://exa mple', ['https://exa']],
] as const)('[CHAT-12] in %j the addresses are %j', (text, expected) => {
  expect(linked(text)).toEqual(expected)
})

test('[CHAT-12] every address leads to https, and nothing of what was written is lost or turned', () => {
  const parts = fc.constantFrom(
    'https://',
    'example.org',
    'http://',
    '/',
    '(',
    ')',
    '[',
    "'",
    '"',
    '.',
    ',',
    ' ',
    'は',
    '。',
  )
  const written = fc.array(fc.oneof(parts, fc.string({ unit: 'grapheme', maxLength: 4 })), { maxLength: 40 })
  fc.assert(
    fc.property(written, (all) => {
      const text = all.join('')
      const pieces = piecesOf(text)
      expect(pieces.map((piece) => piece.text).join('')).toBe(text)
      expect(new Set(pieces.map(({ at }) => at)).size).toBe(pieces.length)
      for (const { href } of pieces) expect(href === null || /^https:\/\/[^/]/.test(href)).toBe(true)
    }),
  )
})

test('[CHAT-12] the longest message that there can be is read to its end, whatever is in it', () => {
  const unkind = ['(', '([', "('", '"', ')', '.', '[{(', 'a.', "'a", '(a', '\u0301', '~', ',', '-', "'", ':', '%']
  const all = unkind.flatMap((part) => [`https://x/${part.repeat(1_990)}`, `https://${part.repeat(1_990)}`])
  for (const text of [...all, 'https://'.repeat(250), 'https://x/('.repeat(180)]) {
    const pieces = piecesOf(text.slice(0, 2_000))
    expect(pieces.map((piece) => piece.text).join('')).toBe(text.slice(0, 2_000))
  }
})
