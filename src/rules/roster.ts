import type { PersonId } from '../protocol/words.ts'

/** Somebody inside, under the name as it is searched for. */
export type Entry = { key: string; id: PersonId }

/**
 * Everybody inside, in the order of their names: kept so by `evolve` as people come and go, for to sort ten thousand anew
 * for each who looks costs more than everything else together.
 */
export type Roster = Entry[]

type Named = { id: PersonId; name: string }

/** [AUDIENCE-7] A name as it is searched for: neither capitals nor accents count. */
export function searchKey(name: string): string {
  const plain = PLAIN.test(name) ? name : name.normalize('NFKD').replace(/\p{M}/gu, '')
  return plain.trim().toLowerCase()
}

// Most names are; the others take ten times as long.
const PLAIN = /^[\x20-\x7e]*$/

/** Puts a person in the own place. */
export function enrol(roster: Roster, { id, name }: Named): void {
  const entry = { key: searchKey(name), id }
  roster.splice(placeOf(roster, entry), 0, entry)
}

/** Takes a person out. */
export function strike(roster: Roster, { id, name }: Named): void {
  const place = placeOf(roster, { key: searchKey(name), id })
  if (roster[place]?.id === id) roster.splice(place, 1)
}

/** `limit` of those whose name holds `search`, by name, from the `from`-th on, without some; and how many there are in all. */
export function windowOf(roster: Roster, search: string, without: readonly Named[], from: number, limit: number) {
  const wanted = searchKey(search)
  return wanted ? matching(roster, wanted, without, from, limit) : everybody(roster, without, from, limit)
}

function matching(roster: Roster, wanted: string, without: readonly Named[], from: number, limit: number) {
  const out = new Set(without.map(({ id }) => id))
  const ids: PersonId[] = []
  let total = 0
  for (const { key, id } of roster) {
    if (!key.includes(wanted) || out.has(id)) continue
    if (total >= from && ids.length < limit) ids.push(id)
    total += 1
  }
  return { total, ids }
}

/** Without a search nobody is looked at but those in the window, and those left out. */
function everybody(roster: Roster, without: readonly Named[], from: number, limit: number) {
  const gaps = without
    .map(({ id, name }) => placeOf(roster, { key: searchKey(name), id }))
    .toSorted((one, other) => one - other)
  let at = from
  for (const gap of gaps) if (gap <= at) at += 1
  const out = new Set(without.map(({ id }) => id))
  const ids: PersonId[] = []
  for (; ids.length < limit && at < roster.length; at++) {
    const id = roster[at]?.id
    if (id !== undefined && !out.has(id)) ids.push(id)
  }
  return { total: roster.length - gaps.length, ids }
}

/** Where an entry is, or belongs. */
function placeOf(roster: Roster, entry: Entry): number {
  let [low, high] = [0, roster.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const other = roster[middle]
    if (other && isBefore(other, entry)) low = middle + 1
    else high = middle
  }
  return low
}

function isBefore(one: Entry, other: Entry): boolean {
  return one.key < other.key || (one.key === other.key && one.id < other.id)
}
