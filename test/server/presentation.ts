import { strToU8, zipSync } from 'fflate'

const OOXML = 'http://schemas.openxmlformats.org'
const OFFICE = `${OOXML}/officeDocument/2006/relationships`
const SPACES = `xmlns:a="${OOXML}/drawingml/2006/main" xmlns:r="${OFFICE}" xmlns:p="${OOXML}/presentationml/2006/main"`
const TYPES = 'application/vnd.openxmlformats-officedocument.presentationml'

const relations = (...all: [id: string, kind: string, target: string][]) =>
  `<Relationships xmlns="${OOXML}/package/2006/relationships">${all
    .map(([id, kind, target]) => `<Relationship Id="${id}" Type="${OFFICE}/${kind}" Target="${target}"/>`)
    .join('')}</Relationships>`

/** A slide of one line on a ground of one colour, as Office keeps it. */
const slide = (text: string, colour: string) =>
  `<p:sld ${SPACES}><p:cSld><p:bg><p:bgPr><a:solidFill><a:srgbClr val="${colour}"/></a:solidFill><a:effectLst/></p:bgPr></p:bg><p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/><p:sp><p:nvSpPr><p:cNvPr id="2" name="Text"/><p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm><a:off x="600000" y="600000"/><a:ext cx="8000000" cy="900000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody><a:bodyPr/><a:p><a:r><a:t>${text}</a:t></a:r></a:p></p:txBody></p:sp></p:spTree></p:cSld></p:sld>`

/** The parts of a presentation of as many slides as lines; each on its ground, a colour in six digits. */
export function presentationParts(slides: readonly { text: string; colour: string }[]): Record<string, Uint8Array> {
  const numbers = slides.map((_, n) => n + 1)
  const parts = {
    '[Content_Types].xml': `<Types xmlns="${OOXML}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/ppt/presentation.xml" ContentType="${TYPES}.presentation.main+xml"/>${numbers.map((n) => `<Override PartName="/ppt/slides/slide${n}.xml" ContentType="${TYPES}.slide+xml"/>`).join('')}</Types>`,
    '_rels/.rels': relations(['r1', 'officeDocument', 'ppt/presentation.xml']),
    'ppt/presentation.xml': `<p:presentation ${SPACES}><p:sldIdLst>${numbers.map((n) => `<p:sldId id="${255 + n}" r:id="r${n}"/>`).join('')}</p:sldIdLst><p:sldSz cx="9144000" cy="5143500"/><p:notesSz cx="6858000" cy="9144000"/></p:presentation>`,
    'ppt/_rels/presentation.xml.rels': relations(
      ...numbers.map((n): [string, string, string] => [`r${n}`, 'slide', `slides/slide${n}.xml`]),
    ),
  }
  const made = slides.map(({ text, colour }, n) => [`ppt/slides/slide${n + 1}.xml`, slide(text, colour)] as const)
  return Object.fromEntries([...Object.entries(parts), ...made].map(([name, xml]) => [name, strToU8(xml)]))
}

/** A presentation as PPTX. */
export const pptxOf = (...slides: Parameters<typeof presentationParts>[0]): Uint8Array =>
  zipSync(presentationParts(slides))
