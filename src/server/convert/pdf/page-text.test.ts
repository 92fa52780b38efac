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

test('[CONVERT-7] a font without heights has a place nevertheless', () => {
  const [line] = linesOf([piece('One', 100, 50)], { one: { ascent: Number.NaN } }, viewport)
  expect(line).toMatchObject({ x: 0.1, width: 0.05, y: 0.168, height: 0.04 })
})
