import type { Language } from '../../protocol/language.ts'
import { searchKey } from '../audience/search-key.ts'

/** Somebody on the list of all accounts. */
export type Listed = { id: string; name: string; email: string }

type Order = (one: Listed, other: Listed) => number

const orderOf = new Map<Language, Order>()

/** Orders people by name as the language does, those of one name by e-mail, and whatever is the same to it by id. */
function orderIn(language: Language): Order {
  const known = orderOf.get(language)
  if (known) return known
  const { compare } = new Intl.Collator(language, { numeric: true })
  const order: Order = (one, other) =>
    compare(one.name, other.name) ||
    compare(one.email, other.email) ||
    (one.id < other.id ? -1 : Number(one.id !== other.id))
  orderOf.set(language, order)
  return order
}

/**
 * The first so many people whose name or e-mail has these words in it, in the order of the language. `after`: those who come after this one, who need
 * not be there any more: whoever is added or gone meanwhile makes nobody be missed, or shown twice. [ACCOUNT-21]
 */
export function listPeople<P extends Listed>(
  people: Iterable<P>,
  asked: { search: string; language: Language; after: Listed | null; most: number },
): P[] {
  const { after, most } = asked
  const order = orderIn(asked.language)
  const words = searchKey(asked.search)
  let first: P[] = []
  let last: P | undefined
  for (const person of people) {
    if (after && order(person, after) <= 0) continue
    if (last && order(person, last) > 0) continue
    if (!person.email.includes(words) && !searchKey(person.name).includes(words)) continue
    first.push(person)
    // To sort them all would take many times as long.
    if (first.length < 4 * most) continue
    first = first.toSorted(order).slice(0, most)
    last = first.at(-1)
  }
  return first.toSorted(order).slice(0, most)
}
