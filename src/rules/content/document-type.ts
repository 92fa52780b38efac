import type { DocumentKind } from '../../protocol/portal/content.ts'

/** What a file is by what is in it. `endings`: what its name may end in, the usual one first. */
export type DocumentType = { type: string; kind: DocumentKind; endings: readonly [string, ...string[]] }

/** How many bytes of the beginning and of the end of a file are looked at. */
export const HEAD_BYTES = 4_096
export const TAIL_BYTES = 262_144

const OFFICE = 'application/vnd.openxmlformats-officedocument.'
const OPEN = 'application/vnd.oasis.opendocument.'
const of = (kind: DocumentKind, type: string, ...endings: [string, ...string[]]): DocumentType => ({
  kind,
  type,
  endings,
})

const PDF = of('slides', 'application/pdf', 'pdf')
const PPTX = of('slides', `${OFFICE}presentationml.presentation`, 'pptx')
const DOCX = of('slides', `${OFFICE}wordprocessingml.document`, 'docx')
const XLSX = of('slides', `${OFFICE}spreadsheetml.sheet`, 'xlsx')
const ODP = of('slides', `${OPEN}presentation`, 'odp')
const ODT = of('slides', `${OPEN}text`, 'odt')
const ODS = of('slides', `${OPEN}spreadsheet`, 'ods')
// An Office file with a password, whichever it is: all of it is one stream that nobody reads (MS-OFFCRYPTO, 2.1).
const LOCKED = of('slides', 'application/x-ole-storage', 'pptx', 'docx', 'xlsx')
const PNG = of('picture', 'image/png', 'png')
const JPEG = of('picture', 'image/jpeg', 'jpg', 'jpeg')
const WEBP = of('picture', 'image/webp', 'webp')
const AVIF = of('picture', 'image/avif', 'avif')
const GIF = of('picture', 'image/gif', 'gif')
const SVG = of('picture', 'image/svg+xml', 'svg')
const MP4 = of('film', 'video/mp4', 'mp4', 'm4v')
const WEBM = of('film', 'video/webm', 'webm')
const MOV = of('film', 'video/quicktime', 'mov')
const MKV = of('film', 'video/x-matroska', 'mkv')
const MP3 = of('sound', 'audio/mpeg', 'mp3')
const M4A = of('sound', 'audio/mp4', 'm4a')
const OGG = of('sound', 'audio/ogg', 'ogg', 'oga', 'opus')
const WAV = of('sound', 'audio/wav', 'wav')

const ALL = [
  PDF,
  PPTX,
  DOCX,
  XLSX,
  ODP,
  ODT,
  ODS,
  LOCKED,
  PNG,
  JPEG,
  WEBP,
  AVIF,
  GIF,
  SVG,
  MP4,
  WEBM,
  MOV,
  MKV,
  MP3,
  M4A,
  OGG,
  WAV,
]

/** What the name of a file of a media type may end in; nothing for one that is not taken. */
export function endingsOf(type: string): readonly string[] {
  return ALL.find((each) => each.type === type)?.endings ?? []
}

// A compound file (MS-CFB, 2.2), and what one is called in it that holds a document with a password, two bytes a letter.
const COMPOUND = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'
const ENCRYPTED = Array.from('EncryptedPackage', (letter) => `${letter}\0`).join('')

/** Of what a file begins with, what it may be: a type, a package that only its end tells, or nothing that is taken. */
export type Beginning = DocumentType | 'package' | null

/**
 * What a file may be by its first bytes, of which there are at most HEAD_BYTES; whatever it is called. [CONTENT-3]
 */
export function beginningOf(head: Uint8Array): Beginning {
  const text = latin(head)
  if (text.startsWith('PK\x03\x04') || text.startsWith(COMPOUND)) return 'package'
  if (text.startsWith('\x89PNG\r\n\x1a\n')) return PNG
  if (text.startsWith('\xff\xd8\xff')) return JPEG
  if (/^GIF8[79]a/.test(text)) return GIF
  // RFC 9649, 2.4, and the RIFF of sound.
  if (text.startsWith('RIFF')) return { WEBP, WAVE: WAV }[text.slice(8, 12)] ?? null
  if (text.startsWith('OggS')) return OGG
  // RFC 8794, 11: the kind of an EBML file is said in its head.
  if (text.startsWith('\x1aE\xdf\xa3'))
    return /\x42\x82.webm/s.test(text) ? WEBM : /\x42\x82.matroska/s.test(text) ? MKV : null
  if (text.slice(4, 8) === 'ftyp') return filmOf(text)
  // QuickTime of before there was a brand.
  if (/^.{4}(?:moov|mdat|wide)/s.test(text)) return MOV
  if (text.startsWith('ID3') || isMp3Frame(head)) return MP3
  if (text.slice(0, 1_024).includes('%PDF-')) return PDF
  return isSvg(text) ? SVG : null
}

/** What a file is by its first HEAD_BYTES and its last TAIL_BYTES, or all of one that is shorter; null for what is not taken. [CONTENT-3] */
export function documentType(head: Uint8Array, tail: Uint8Array): DocumentType | null {
  const beginning = beginningOf(head)
  return beginning === 'package' ? packageOf(latin(head), latin(tail)) : beginning
}

/** ISO/IEC 14496-12, 4.3: the brand of a file. */
function filmOf(text: string): DocumentType | null {
  const brand = text.slice(8, 12)
  if (/^(?:.{4})*?avi[fs]/s.test(text.slice(8, 64))) return AVIF
  if (brand === 'qt  ') return MOV
  if (/^M4[AB] /.test(brand)) return M4A
  return /^(?:iso[m2-9]|mp4[12]|avc1|M4V|dash|MSNV|3gp)/.test(brand) ? MP4 : null
}

/**
 * An office file is a package (ZIP, 4.3): one of ODF says first what it is; one of Office lists its parts at the end. One with macros is none
 * that is taken, and neither is one without its end.
 */
function packageOf(head: string, tail: string): DocumentType | null {
  if (head.startsWith(COMPOUND)) return (head + tail).includes(ENCRYPTED) ? LOCKED : null
  if (!tail.includes('PK\x05\x06') || tail.includes('vbaProject.bin')) return null
  const open = [ODP, ODT, ODS].find(({ type }) => head.slice(30).startsWith(`mimetype${type}`))
  if (open) return open
  if (!tail.includes('[Content_Types].xml')) return null
  if (tail.includes('ppt/presentation.xml')) return PPTX
  if (tail.includes('word/document.xml')) return DOCX
  return tail.includes('xl/workbook.xml') ? XLSX : null
}

/** ISO/IEC 11172-3, 2.4.2.3: a frame of layer III whose rates are none of those that are not there. */
function isMp3Frame([sync = 0, version = 0, rates = 0]: Uint8Array): boolean {
  return sync === 0xff && (version & 0xe6) === 0xe2 && rates >> 4 !== 15 && ((rates >> 2) & 3) !== 3
}

/** Whether a text begins with an `svg`, after what may stand before one; a document type of its own may hold anything. */
function isSvg(text: string): boolean {
  // A comment ends where it first can: there is one way to read many of them, and not thousands to try.
  return /^(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->)[\s\S])*-->\s*|<!DOCTYPE svg[^>[]*>\s*)*<svg[\s>/]/.test(
    text,
  )
}

function latin(bytes: Uint8Array): string {
  let text = ''
  for (let from = 0; from < bytes.length; from += HEAD_BYTES)
    text += String.fromCharCode(...bytes.subarray(from, from + HEAD_BYTES))
  return text
}
