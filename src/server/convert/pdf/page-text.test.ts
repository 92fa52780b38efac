import { expect, test } from 'vitest'
import { linesOf, type Piece } from './page-text.ts'

const viewport = { width: 1_000, height: 500, convertToViewportPoint: (x: number, y: number) => [x, 500 - y] }
const piece = (str: string, x: number, width: number, y = 400): Piece => ({
  str,
  transform: [20, 0, 0, 20, x, y],
  width,
  height: 20,
  fontName: 'one',
  hasEOL: false,
})
const textsOf = (...pieces: Piece[]) =>
  linesOf(pieces, { one: { ascent: Number.NaN } }, viewport).map(({ text, direction }) => [text, direction])

test('[CONVERT-7] pieces at one height are a line, and another column is another', () => {
  expect(
    textsOf(piece('The ', 0, 40), piece('library', 40, 60), piece('Contents', 600, 80), piece('stays', 0, 50, 360)),
  ).toEqual([
    ['The library', 'ltr'],
    ['Contents', 'ltr'],
    ['stays', 'ltr'],
  ])
})

test('[CONVERT-7] Hebrew is read from the right, and a number and a bracket in it as they are meant', () => {
  const pieces = [
    piece('.', 100, 5),
    piece('(', 105, 7),
    piece('חינם', 112, 50),
    piece(') ', 162, 10),
    piece('18:00', 172, 50),
  ]
  expect(textsOf(...pieces, piece(' ', 222, 5), piece('בערב', 227, 50))).toEqual([['בערב 18:00 (חינם).', 'rtl']])
})

test('[CONVERT-7] marks that were written down apart from their words stand where they are read', () => {
  // As LibreOffice does it where the marks are of another font: with blanks in the place of the words, and brackets as they are meant.
  const words = [piece('זה נמל', 59, 52), piece('שלום עולם', 123, 88)]
  const marks = [piece('.', 54, 5), piece(' ', 59, 57), piece('!', 116, 7), piece(' ', 123, 43), piece(',', 166, 5)]
  expect(textsOf(...marks, ...words)).toEqual([['שלום, עולם! זה נמל.', 'rtl']])
  const first = [piece('הנמל ב־', 280, 110), piece('18:00', 234, 45), piece('.', 54, 5), piece(' ', 59, 111)]
  const rest = [piece(',)', 170, 11), piece('(', 223, 6), piece('ברוכים', 59, 106), piece('בערב', 181, 42)]
  expect(textsOf(...first, ...rest)).toEqual([['הנמל ב־18:00 (בערב), ברוכים.', 'rtl']])
})

test('[CONVERT-7] words of another script keep their order in Hebrew, and leave it their marks', () => {
  const address = [piece('.', 0, 5), piece('ואז', 5, 30), piece(' ', 35, 5), piece(',https://example.org/a', 40, 200)]
  expect(textsOf(...address, piece(' ', 240, 5), piece('ראו', 245, 30))).toEqual([
    ['ראו https://example.org/a, ואז.', 'rtl'],
  ])
  const names = [piece('.C', 0, 15), piece('-', 15, 5), piece('ו', 20, 5), piece(' ', 25, 5), piece('A', 30, 10)]
  const more = [piece(',', 40, 3), piece(' ', 43, 5), piece('B', 48, 10), piece(' ', 58, 5), piece('מדד', 63, 30)]
  expect(textsOf(...names, ...more)).toEqual([['מדד A, B ו-C.', 'rtl']])
  const price = [
    piece('(', 0, 5),
    piece('50%', 5, 30),
    piece(') ', 35, 10),
    piece('1,234.50₪', 45, 80),
    piece(' ', 125, 5),
  ]
  expect(textsOf(...price, piece('מחיר', 130, 40))).toEqual([['מחיר 1,234.50₪ (50%)', 'rtl']])
})

test('[CONVERT-7] points of Hebrew make no blanks, and Arabic is in its letters', () => {
  expect(textsOf(piece('ם', 0, 10), piece('ָ', 14, 0), piece('עול', 10, 30))).toEqual([['עולָם', 'rtl']])
  expect(textsOf(piece('ום', 0, 20), piece('\u05b9', 23, 0), piece('\u05c1ש', 23, 20))).toEqual([
    ['ש\u05c1\u05b9ום', 'rtl'],
  ])
  expect(textsOf(piece('ﻣﺮﺣﺒﺎ', 0, 50))).toEqual([['مرحبا', 'rtl']])
})

test('[CONVERT-7] a line of fifty thousand pieces is read as quickly as others', () => {
  const pieces = Array.from({ length: 25_000 }, (_, n) => [piece('ש', n, 1), piece(n % 2 ? ',' : '1a', n, 1)]).flat()
  expect(linesOf(pieces, {}, viewport)).toHaveLength(1)
  const long = piece('1a'.repeat(24_000), 0, 900)
  expect(textsOf(...['א', 'ב', 'ג'].map((each) => piece(`${each} `, 910, 20)), long)).toHaveLength(1)
})

test('[CONVERT-7] a font without heights has a place nevertheless', () => {
  const [line] = linesOf([piece('One', 100, 50)], { one: { ascent: Number.NaN } }, viewport)
  expect(line).toMatchObject({ x: 0.1, width: 0.05, y: 0.168, height: 0.04 })
})
