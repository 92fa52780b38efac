import { expect, test } from 'vitest'
import { film, latin, PDF, PPTX, SVG, zip } from '../../../test/rules/content-files.ts'
import { beginningOf, documentType, HEAD_BYTES, TAIL_BYTES } from './document-type.ts'

const typeOf = (bytes: Buffer) => documentType(bytes.subarray(0, HEAD_BYTES), bytes.subarray(-TAIL_BYTES))
const office = (part: string) => zip(['[Content_Types].xml', part])
const open = (kind: string) => zip(['mimetype', 'content.xml'], `application/vnd.oasis.opendocument.${kind}`)

test.for([
  ['pdf', PDF],
  ['pdf', latin(`\n\n${PDF.toString('latin1')}`)],
  ['pptx', PPTX],
  ['docx', office('word/document.xml')],
  ['xlsx', office('xl/workbook.xml')],
  ['odp', open('presentation')],
  ['odt', open('text')],
  ['ods', open('spreadsheet')],
  ['pptx', latin('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0')],
  ['png', latin('\x89PNG\r\n\x1a\n')],
  ['jpg', latin('\xff\xd8\xff\xe0')],
  ['webp', latin('RIFF\0\0\0\0WEBPVP8 ')],
  ['avif', latin('\0\0\0\x1cftypavif\0\0\0\0')],
  ['avif', latin('\0\0\0\x1cftypmif1\0\0\0\0mif1avif')],
  ['gif', latin('GIF89a')],
  ['svg', SVG],
  ['svg', latin('\xef\xbb\xbf<svg>')],
  ['svg', latin('<!-- a --> <!-- b -- c --><!----><svg>')],
  ['svg', latin('<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "svg11.dtd"><svg>')],
  ['mp4', film(100)],
  ['mov', latin('\0\0\0\x14ftypqt  \0\0\0\0')],
  ['mov', latin('\0\0\0\x08wide\0\0\0\0mdat')],
  ['webm', latin('\x1aE\xdf\xa3\x9f\x42\x82\x84webm')],
  ['mkv', latin('\x1aE\xdf\xa3\x9f\x42\x82\x88matroska')],
  ['mp3', latin('ID3\x04\0')],
  ['mp3', latin('\xff\xfb\x90\x00')],
  ['m4a', latin('\0\0\0\x1cftypM4A \0\0\0\0')],
  ['ogg', latin('OggS\0\x02')],
  ['wav', latin('RIFF\0\0\0\0WAVEfmt ')],
] as const)('[CONTENT-3] a file of the ending %s is told by what is in it', ([ending, bytes]) => {
  expect(typeOf(bytes)?.endings[0]).toBe(ending)
})

test.for([
  ['nothing', latin('')],
  ['a program', latin('MZ\x90\0')],
  ['a script', latin('#!/bin/sh\n')],
  ['a page', latin('<!doctype html><script>alert(1)</script>')],
  ['a page with a picture in it', latin('<html><svg></svg></html>')],
  ['a picture with entities of its own', latin('<!DOCTYPE svg [<!ENTITY a "aaaa">]><svg>&a;</svg>')],
  ['a document of before there were packages', latin('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 W\0o\0r\0d\0')],
  ['any package', zip(['a.txt'])],
  ['a program of Java', zip(['META-INF/MANIFEST.MF'])],
  ['a presentation with macros', zip(['[Content_Types].xml', 'ppt/presentation.xml', 'ppt/vbaProject.bin'])],
  ['a presentation that is cut off', PPTX.subarray(0, -30)],
  // Each of these comments could end at any later end of one: not all ways to read them are tried.
  ['a drawing of comments alone', latin('<!---->'.repeat(580))],
  ['a drawing of comments without an end', latin('<!--'.repeat(1_000))],
  ['a book', zip(['mimetype'], 'application/epub+zip')],
  ['a photo of a telephone', latin('\0\0\0\x18ftypheic\0\0\0\0mif1heic')],
  ['an AVI', latin('RIFF\0\0\0\0AVI LIST')],
  ['a sound of AAC', latin('\xff\xf1\x50\x80')],
] as const)('[CONTENT-3] %s is nothing that is taken', ([, bytes]) => {
  expect(typeOf(bytes)).toBeNull()
})

test('[CONTENT-3] that it is nothing is mostly known from its beginning; a package only tells at its end', () => {
  expect(beginningOf(Buffer.alloc(HEAD_BYTES, 'a'))).toBeNull()
  expect(beginningOf(PPTX)).toBe('package')
})
