import { LinkifyIt, REBuilder } from 'linkify-it'

/** A part of a text, starting at `at`: words, or a link and where it leads. */
export type Piece = { at: number; text: string; href: string | null }

/** The grammar of a link. It ends before invisible characters, and may contain the punctuation that Wikipedia's titles have. */
class Grammar extends REBuilder {
  override get_text_separators(): RegExp {
    return /[><`\uff5c\u00AD\u061C\u200B\u200E\u200F\u2060\uFEFF]/
  }

  override get_path_extra(): RegExp {
    return new RegExp(`[·・‐–—’\u200C\u200D](?=${this.get_pseudo_letter().source})|`)
  }
}

const SCHEME = 'https:'
const BEGINS = /https:\/\//gi
// A longer scheme such as git+https is a different one.
const IN_SCHEME = /[a-z\d+.-]$/i
// A second link directly after the first. After one of these signs it is a part of the first, as in addresses of archives.
const ANOTHER = /(?<![/=?&#:%])https?:\/\//i
const PICTURE = /\p{Extended_Pictographic}/u
const AFTER = /[.,;:!?'"*~…]+$/

const addresses = new LinkifyIt({ rebuilder: new Grammar(), urlAuth: true })

/**
 * A text split at its https links. Punctuation that ends a sentence, in any script, and a bracket that was opened before the link do not
 * belong to it. [CHAT-12]
 */
export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = []
  let from = 0
  const put = (to: number, href: string | null) => {
    if (to > from) pieces.push({ at: from, text: text.slice(from, to), href })
    from = to
  }
  for (const { index } of text.matchAll(BEGINS)) {
    if (index < from || IN_SCHEME.test(text.slice(from, index))) continue
    const address = addressAt(text, index)
    if (!address) continue
    put(index, null)
    put(index + address.length, address.href)
  }
  put(text.length, null)
  return pieces
}

/** The link that begins here, if it is one and does not pretend to be another site: `https://bank.example@elsewhere`. */
function addressAt(text: string, at: number): { length: number; href: string } | null {
  const tail = addresses.testSchemaAt(text, SCHEME, at + SCHEME.length)
  const typed = upTo(upTo(text.slice(at, at + SCHEME.length + tail), ANOTHER), PICTURE).replace(AFTER, '')
  const url = tail > 0 && URL.canParse(typed) ? new URL(typed) : null
  return url && url.username === '' && url.password === '' ? { length: typed.length, href: url.href } : null
}

/** The text before the first sign of a kind, searched from the second character on. */
function upTo(typed: string, sign: RegExp): string {
  const beyond = typed.slice(SCHEME.length + 2)
  const found = beyond.search(sign)
  return found < 0 ? typed : typed.slice(0, SCHEME.length + 2 + found)
}
