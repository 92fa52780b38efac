import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { DOCUMENT_NAME_MAX } from '../../protocol/portal/content.ts'
import { documentName, unusedName } from './document-name.ts'

const PDF = { type: 'application/pdf', kind: 'slides' } as const
const JPEG = { type: 'image/jpeg', kind: 'picture' } as const

test.for([
  ['Harbour plan.pdf', 'Harbour plan.pdf'],
  ['../../etc/passwd', 'passwd.pdf'],
  ['C:\\Users\\mei\\Plan.PDF', 'Plan.PDF'],
  ['invoice\u202Efdp.exe', 'invoicefdp.exe.pdf'],
  ['a\0b\r\nc\u0007.pdf', 'a b c.pdf'],
  ['  ..hidden..  ', 'hidden.pdf'],
  ['what? "yes" <b>|*:.pdf', 'what yes b.pdf'],
  ['Cafe\u0301.pdf', 'Café.pdf'],
  ['תוכנית.pdf', 'תוכנית.pdf'],
  ['港.pdf', '港.pdf'],
  ['', 'slides.pdf'],
  ['\u200B\u202E', 'slides.pdf'],
  ['.pdf', 'pdf.pdf'],
  ['page.html', 'page.html.pdf'],
])('[CONTENT-5] %j is called %j', ([typed, name]) => {
  expect(documentName(typed ?? '', PDF)).toBe(name)
})

test('[CONTENT-5] a type with several endings keeps the one that was there', () => {
  expect(documentName('ship.jpeg', JPEG)).toBe('ship.jpeg')
  expect(documentName('ship', JPEG)).toBe('ship.jpg')
})

test('[CONTENT-5] whatever was typed, a name is one short line with the right ending', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.string({ unit: 'grapheme' })), (typed) => {
      const name = documentName(typed, PDF)
      expect(Array.from(name).length).toBeLessThanOrEqual(DOCUMENT_NAME_MAX)
      expect(name).toMatch(/^[^/\\\p{Cc}\u202A-\u202E\u2066-\u2069]+\.pdf$/iu)
    }),
  )
  expect(documentName('x'.repeat(1_000_000), PDF)).toHaveLength(DOCUMENT_NAME_MAX)
})

test('[CONTENT-5] of several that are called the same each has a number of its own', () => {
  const taken = new Set<string>()
  for (let n = 0; n < 3; n += 1) taken.add(unusedName('Plan.pdf', taken))
  expect([...taken]).toEqual(['Plan.pdf', 'Plan (2).pdf', 'Plan (3).pdf'])
  const long = `${'x'.repeat(DOCUMENT_NAME_MAX - 4)}.pdf`
  expect(unusedName(long, new Set([long]))).toBe(`${'x'.repeat(DOCUMENT_NAME_MAX - 8)} (2).pdf`)
})
