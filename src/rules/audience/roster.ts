import type { Language } from '../../protocol/language.ts'
import type { PersonId } from '../../protocol/types.ts'
import { searchKey } from './search-key.ts'

/** A person inside, with the key by which the name is searched. */
type Entry = { key: string; name: string; id: PersonId }
type Order = (one: Entry, other: Entry) => number

/**
 * Everybody inside, sorted by search key, and once more for each language in which somebody has read the list. `evolve` keeps it sorted as
 * people come and go: sorting ten thousand people again for each reader costs more than everything else together.
 */
export type Roster = { entries: Entry[]; orders: Map<Language, Entry[]> }

type Named = { id: PersonId; name: string }

/** A query: at most `limit` of the people whose name contains `search`, starting with number `from`. */
export type ViewersQuery = { language: Language; search: string; from: number; limit: number }

export const emptyRoster = (): Roster => ({ entries: [], orders: new Map() })

/** Adds a person at the right place. */
export function register(roster: Roster, person: Named): void {
  const entry = entryOf(person)
  for (const [entries, order] of listsOf(roster)) entries.splice(placeOf(entries, entry, order), 0, entry)
}

/** Removes a person. */
export function unregister(roster: Roster, person: Named): void {
  const entry = entryOf(person)
  for (const [entries, order] of listsOf(roster)) {
    const place = placeOf(entries, entry, order)
    if (entries[place]?.id === person.id) entries.splice(place, 1)
  }
}

/** [AUDIENCE-7] The people who match, in the order of the reader's language, leaving out the people in `without`; and how many match in all. */
export function windowOf(roster: Roster, { language, search, from, limit }: ViewersQuery, without: readonly Named[]) {
  const entries = inLanguage(roster, language)
  const wanted = searchKey(search)
  const out = new Set(without.map(({ id }) => id))
  const ids: PersonId[] = []
  let total = 0
  for (const { key, id } of entries) {
    // Without a search the total is known already.
    if (!wanted && ids.length === limit) break
    if ((wanted && !key.includes(wanted)) || out.has(id)) continue
    if (total >= from && ids.length < limit) ids.push(id)
    total += 1
  }
  return { total: wanted ? total : entries.length - out.size, ids }
}

function entryOf({ id, name }: Named): Entry {
  return { key: searchKey(name), name, id }
}

function* listsOf({ entries, orders }: Roster): Generator<[Entry[], Order]> {
  yield [entries, byKey]
  for (const [language, sorted] of orders) yield [sorted, orderIn(language)]
}

/** The people in the order of a language. It is made for the first reader of that language, from an order that is almost the same. */
function inLanguage({ entries, orders }: Roster, language: Language): Entry[] {
  const sorted = orders.get(language) ?? entries.toSorted(orderIn(language))
  orders.set(language, sorted)
  return sorted
}

/** The index of an entry, or the index at which it belongs. */
function placeOf(entries: readonly Entry[], entry: Entry, order: Order): number {
  let [low, high] = [0, entries.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const other = entries[middle]
    if (other && order(other, entry) < 0) low = middle + 1
    else high = middle
  }
  return low
}

function byKey(one: Entry, other: Entry): number {
  return compare(one.key, other.key) || compare(one.id, other.id)
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other)
}

const orderOf = new Map<Language, Order>()

/** Orders names as the language does, and equal names by id. */
function orderIn(language: Language): Order {
  const known = orderOf.get(language)
  if (known) return known
  const { compare: inOrder } = new Intl.Collator(language, { numeric: true })
  const order: Order = (one, other) => inOrder(one.name, other.name) || compare(one.id, other.id)
  orderOf.set(language, order)
  return order
}
