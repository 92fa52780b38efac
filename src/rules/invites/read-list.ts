import { readEmail } from '../../protocol/accounts.ts'
import { INVITES_MAX, LIST_MAX, type WrongEntry } from '../../protocol/portal/invites.ts'
import { readName } from '../../protocol/names.ts'

/** Somebody to be invited. A name that is not known is empty. */
export type Invitee = { email: string; firstName: string; lastName: string }

/** What a pasted list says. `merged`: how many addresses stood there again. */
export type InviteList = { people: Invitee[]; wrong: WrongEntry[]; merged: number }

/** An address as it was typed, with the names around it. */
type Entry = { typed: string; names: string[] }

const LINES_MAX = 5_000
const SHOWN_MAX = 100 // characters of a wrong entry that are said again

// Signs that nobody sees come along from other programs.
const UNSEEN = /[\u200B-\u200F\u2060\uFEFF]/g
const SEPARATORS = /[,;\t]/
const HEADER = /^["'\s]*(?:e-?mail|mail|correo|courriel|adresse|メール|דוא)/iu

/**
 * Reads a pasted list or a CSV file: addresses between commas, semicolons, tabs and line breaks, with first and last name beside them or as
 * `Name <address>`, in quotes or not. Each good address is kept once, and each wrong one is named with its line. Refused where the list is too
 * long, or has no address. [LINK-5]
 */
export function readInviteList(text: string): InviteList | { fault: 'list-long' | 'list-empty' } {
  if (text.length > LIST_MAX) return { fault: 'list-long' }
  const lines = text.replace(UNSEEN, '').split(/\r\n|\r|\n|\u2028/, LINES_MAX + 1)
  if (lines.length > LINES_MAX) return { fault: 'list-long' }
  const people = new Map<string, Invitee>()
  const wrong: WrongEntry[] = []
  let merged = 0
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '' || isHeader(index, line)) continue
    const entries = entriesOf(line)
    if (entries.length === 0) wrong.push(wrongAt(index, line, 'no-email'))
    for (const { typed, names } of entries) {
      const read = readEmail(typed)
      if ('fault' in read) wrong.push(wrongAt(index, typed, 'email-invalid'))
      else if (people.has(read.email)) merged += 1
      else people.set(read.email, { email: read.email, ...namesOf(names) })
    }
  }
  if (people.size > INVITES_MAX) return { fault: 'list-long' }
  if (people.size === 0 && wrong.length === 0) return { fault: 'list-empty' }
  return { people: [...people.values()], wrong, merged }
}

/** The line above a table, which names its columns. */
const isHeader = (index: number, line: string) =>
  index === 0 && !line.includes('@') && fieldsOf(line).some((field) => HEADER.test(field))

const wrongAt = (index: number, text: string, why: WrongEntry['why']): WrongEntry => ({
  line: index + 1,
  text: text.trim().slice(0, SHOWN_MAX),
  why,
})

/** The addresses of a line. Names before the first belong to it; all others to the address before them. */
function entriesOf(line: string): Entry[] {
  const entries: Entry[] = []
  const before: string[] = []
  // After `Name <address>` another one begins, whatever stands between.
  for (const field of fieldsOf(line.replaceAll('>', '>,')).flatMap(split)) {
    if (field.includes('@')) entries.push(entryOf(field, entries.length === 0 ? before : []))
    else (entries.at(-1)?.names ?? before).push(field)
  }
  return entries
}

/** What stands between separators; in quotes they are none. A quote that nothing closes is a sign like others. */
function fieldsOf(line: string): string[] {
  const isQuoting = (line.split('"').length - 1) % 2 === 0
  const fields: string[] = []
  let from = 0
  let isQuoted = false
  for (let at = 0; at <= line.length; at += 1) {
    const sign = line.charAt(at)
    if (sign === '"') isQuoted = isQuoting && !isQuoted
    else if (at === line.length || (!isQuoted && SEPARATORS.test(sign))) {
      fields.push(line.slice(from, at).trim())
      from = at + 1
    }
  }
  return fields.filter((field) => field !== '')
}

/** A field of several addresses, as when a program put a whole list into one cell. */
function split(field: string): string[] {
  if (bracketed(field) !== null) return [field]
  const plain = unquoted(field)
  if (!plain.includes('@')) return plain === '' ? [] : [plain]
  const parts = plain.split(/[,;\s]+/).filter((part) => part !== '')
  return parts.every((part) => part.includes('@'))
    ? parts
    : plain.split(SEPARATORS).flatMap((part) => part.trim() || [])
}

/** The address of `Name <address>`; null for anything else. */
function bracketed(field: string): string | null {
  const within = /<([^<>]*)>/.exec(field)?.[1]
  return within?.includes('@') ? within : null
}

function entryOf(field: string, before: readonly string[]): Entry {
  const typed = bracketed(field)
  if (typed === null) return { typed: field, names: [...before] }
  const whole = unquoted(field.slice(0, field.indexOf('<')))
  if (whole === '' || whole.includes('@')) return { typed, names: [...before] }
  const [last = '', first] = whole.split(',')
  if (first !== undefined) return { typed, names: [first, last] }
  const [one = '', ...rest] = whole.split(/\s+/)
  return { typed, names: [one, rest.join(' ')] }
}

/** A text without the quotes around it; one within stands there twice. */
function unquoted(field: string): string {
  const text = field.trim()
  let [from, to] = [0, text.length]
  while (text.charAt(from) === '"') from += 1
  while (to > from && text.charAt(to - 1) === '"') to -= 1
  return text.slice(from, to).replaceAll('""', '"').trim()
}

const namesOf = ([first = '', last = '']: readonly string[]) => ({ firstName: nameOf(first), lastName: nameOf(last) })

/** A name that cannot be shown is none: it loses nobody the invitation. */
function nameOf(typed: string): string {
  const read = readName(typed)
  return 'name' in read ? read.name : ''
}
