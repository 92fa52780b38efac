import { open } from 'node:fs/promises'
import { containerOf, type Container } from './film/container.ts'
import type { Refusal } from './converted.ts'

/** How a file is named so that an office knows what it is. */
export type OfficeType = 'pptx' | 'docx' | 'xlsx' | 'odp' | 'odt' | 'ods'

export type Kind =
  | { is: 'pdf' }
  | { is: 'office'; type: OfficeType }
  | { is: 'picture' }
  | { is: 'film'; container: Container }
  | { is: 'refused'; reason: Refusal }

const HEAD = 4_096
// Where a zip says what is in it.
const TAIL = 131_072

const OFFICE: readonly [OfficeType, string][] = [
  ['pptx', 'ppt/presentation.xml'],
  ['docx', 'word/document.xml'],
  ['xlsx', 'xl/workbook.xml'],
  ['odp', 'mimetypeapplication/vnd.oasis.opendocument.presentation'],
  ['odt', 'mimetypeapplication/vnd.oasis.opendocument.text'],
  ['ods', 'mimetypeapplication/vnd.oasis.opendocument.spreadsheet'],
]
// An office file with a password is another container, in which this is written in two bytes a letter.
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le').toString('latin1')

/** What a file is by what it holds, whatever its name. [CONVERT-1] */
export async function kindOf(source: string): Promise<Kind> {
  const { head, tail } = await endsOf(source)
  if (head.slice(0, 1_024).includes('%PDF-')) return { is: 'pdf' }
  if (head.startsWith('PK\x03\x04')) {
    const type = OFFICE.find(([, sign]) => head.includes(sign) || tail.includes(sign))?.[0]
    return type ? { is: 'office', type } : { is: 'refused', reason: 'not-supported' }
  }
  if (head.startsWith('\xd0\xcf\x11\xe0'))
    return { is: 'refused', reason: (head + tail).includes(ENCRYPTED) ? 'password' : 'not-supported' }
  if (isPicture(head)) return { is: 'picture' }
  const container = containerOf(head)
  return container ? { is: 'film', container } : { is: 'refused', reason: 'not-supported' }
}

function isPicture(head: string): boolean {
  return (
    head.startsWith('\x89PNG') ||
    head.startsWith('\xff\xd8\xff') ||
    head.startsWith('GIF8') ||
    (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP') ||
    /^.{4}ftyp(avif|avis|heic|heix|mif1|msf1)/s.test(head) ||
    (/^(\xef\xbb\xbf)?\s*<(\?xml|!--|!DOCTYPE svg|svg)/.test(head) && head.includes('<svg'))
  )
}

async function endsOf(source: string): Promise<{ head: string; tail: string }> {
  const file = await open(source)
  try {
    const { size } = await file.stat()
    const read = async (from: number, length: number) => {
      const { bytesRead, buffer } = await file.read(Buffer.alloc(length), 0, length, from)
      return buffer.toString('latin1', 0, bytesRead)
    }
    return { head: await read(0, HEAD), tail: await read(Math.max(0, size - TAIL), TAIL) }
  } finally {
    await file.close()
  }
}
