import { expect, test } from 'vitest'
import { pictureSizeFault, pictureType } from './picture-file.ts'

const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.codePointAt(0) ?? 0)

test.for([
  ['png', '\x89PNG\r\n\x1a\n....'],
  ['jpeg', '\xff\xd8\xff\xe0....'],
  ['webp', 'RIFF....WEBPVP8 '],
  ['avif', '\0\0\0\x1cftypavif\0\0\0\0mif1miaf'],
  ['avif', '\0\0\0\x1cftypmif1\0\0\0\0avifmiaf'],
  [null, ''],
  [null, '<svg xmlns="http://www.w3.org/2000/svg"/>'],
  [null, '<html>'],
  [null, 'GIF89a....'],
  [null, '%PDF-1.7'],
  [null, 'RIFF....WAVE'],
  [null, '\0\0\0\x18ftypheic\0\0\0\0mif1'],
  [null, '\x89PNG'],
] as const)('[PICTURE-2] of a kind that is %s by what it begins with', ([type, text]) => {
  expect(pictureType(bytes(text))).toBe(type)
})

test('[PICTURE-2] a picture has at most 50 million pixels, and is at most twenty times as long as it is wide', () => {
  expect(pictureSizeFault(8_000, 6_000)).toBeNull()
  expect(pictureSizeFault(8_000, 6_251)).toBe('picture-large')
  expect(pictureSizeFault(30_000, 30_000)).toBe('picture-large')
  expect([pictureSizeFault(20, 1), pictureSizeFault(1, 21), pictureSizeFault(1, 30_000)]).toEqual([
    null,
    'picture-narrow',
    'picture-narrow',
  ])
})
