import { DOCUMENT_NAME_MAX } from '../../protocol/portal/content.ts'
import { readLine } from '../../protocol/names.ts'
import { endingsOf, type DocumentType } from './document-type.ts'

// A name with more code units than this is cut before anything else is done with it.
const TYPED_MAX = 4_000

/**
 * What a file is called: the last part of a path, one line without marks that nobody sees, not too long, and with an ending that its type has,
 * so that what is fetched opens as what it is. Empty where nothing of it is seen. [CONTENT-5]
 */
export function documentName(typed: string, { type, kind }: Pick<DocumentType, 'type' | 'kind'>): string {
  const last = typed.slice(-TYPED_MAX).split(/[/\\]/).at(-1) ?? ''
  const line = readLine(last, TYPED_MAX) ?? ''
  const bare = line
    .replace(/[<>:"|?*]/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
  const { stem, ending } = split(bare)
  const endings = endingsOf(type)
  const isRight = endings.includes(ending.toLowerCase())
  const [kept, end] = isRight ? [stem, ending] : [bare, endings[0]]
  return fitted(kept || kind, end === undefined ? '' : `.${end}`)
}

/** A name that no other of these has: with a number before its ending where it needs one. [CONTENT-5] */
export function unusedName(name: string, taken: ReadonlySet<string>): string {
  const { stem, ending } = split(name)
  for (let n = 2, next = name; ; n += 1) {
    if (!taken.has(next)) return next
    next = fitted(stem, ` (${n})${ending && `.${ending}`}`)
  }
}

function split(name: string): { stem: string; ending: string } {
  const dot = name.lastIndexOf('.')
  return dot > 0 ? { stem: name.slice(0, dot), ending: name.slice(dot + 1) } : { stem: name, ending: '' }
}

/** A name with its end, of which the beginning is cut to what there is place for. */
function fitted(stem: string, end: string): string {
  const place = DOCUMENT_NAME_MAX - Array.from(end).length
  return Array.from(stem).slice(0, place).join('').trimEnd() + end
}
