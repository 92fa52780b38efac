import { unzipSync, type UnzipFileInfo } from 'fflate'
import { NOTE_MAX } from '../converted.ts'
import { GiveUp } from '../say.ts'

const FILES =
  /^ppt\/(presentation\.xml|_rels\/presentation\.xml\.rels|(slides|notesSlides)\/(_rels\/)?[\w-]+\.xml(\.rels)?)$/
const FURNITURE = /<p:ph\b[^>]*\btype="(sldNum|sldImg|dt|hdr|ftr)"/
const FILE_MAX = 4_000_000
const ALL_MAX = 64_000_000
const SLIDES_MAX = 1_000
// All that is in a package: a document of 60 MB is pictures and films, which are packed already.
const UNPACKED_MAX = 1_000_000_000

/**
 * The presenter's notes of a PPTX, a text for each page that is drawn, empty where there are none; hidden slides are left out as they are
 * left out of the pages. Throws where it is no zip, and gives up one that says it unpacks to more than a gigabyte. [CONVERT-4] [CONVERT-11]
 */
export function notesOf(pptx: Uint8Array): string[] {
  const files = unzip(pptx)
  const text = (name: string) => (files[name] ? new TextDecoder().decode(files[name]) : '')
  const targets = (name: string) => relations(text(name))
  const slides = targets('ppt/_rels/presentation.xml.rels')
  return [...text('ppt/presentation.xml').matchAll(/<p:sldId\b[^>]*\br:id="([^"]+)"/g)]
    .slice(0, SLIDES_MAX)
    .map(([, id]) => slides.find((each) => each.id === id)?.target ?? '')
    .map((target) => ({ target, xml: text(`ppt/${target}`) }))
    .filter(({ xml }) => !/<p:sld\b[^>]*\bshow="(0|false)"/.test(xml))
    .map(({ target }) => {
      const beside = targets(`ppt/slides/_rels/${target.replace(/^slides\//, '')}.rels`)
      const note = beside.find((each) => each.target.includes('notesSlide'))?.target.replace('../', 'ppt/')
      return note ? bodyOf(text(note)) : ''
    })
}

function unzip(zip: Uint8Array): Record<string, Uint8Array> {
  let [all, said] = [0, 0]
  // What a zip says of its sizes bounds what is unpacked: no more is written than was said.
  const filter = ({ name, originalSize }: UnzipFileInfo) => {
    said += originalSize
    if (said > UNPACKED_MAX) throw new GiveUp('too-large')
    if (!FILES.test(name) || originalSize > FILE_MAX || all + originalSize > ALL_MAX) return false
    all += originalSize
    return true
  }
  return unzipSync(zip, { filter })
}

function relations(xml: string): { id: string; target: string }[] {
  return [...xml.matchAll(/<Relationship\b[^>]*>/g)].map(([tag]) => ({
    id: /\bId="([^"]*)"/.exec(tag)?.[1] ?? '',
    target: /\bTarget="([^"]*)"/.exec(tag)?.[1]?.replace(/^\/ppt\//, '') ?? '',
  }))
}

/** The text of a note's page, without the places for its number, its date and the picture of the slide. */
function bodyOf(xml: string): string {
  return xml
    .split('<p:sp>')
    .filter((shape) => !FURNITURE.test(shape))
    .flatMap((shape) => shape.split('</a:p>'))
    .map((paragraph) =>
      [...paragraph.matchAll(/<a:t>([^<]*)<\/a:t>|<a:br\b/g)].map(([, said]) => said ?? '\n').join(''),
    )
    .map(plain)
    .join('\n')
    .trim()
    .slice(0, NOTE_MAX)
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function plain(xml: string): string {
  return xml.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi,
    (all: string, hex?: string, decimal?: string, name?: string) => {
      if (name) return NAMED[name] ?? all
      const point = hex ? Number.parseInt(hex, 16) : Number(decimal)
      return point <= 0x10_ff_ff ? String.fromCodePoint(point) : ''
    },
  )
}
