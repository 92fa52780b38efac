import type { Event } from '../../protocol/events.ts'
import type { Millis, PersonId, Role } from '../../protocol/types.ts'
import { isModerator } from '../permissions/policy.ts'
import type { Namesakes, Session } from '../session/session.ts'
import { remembered } from '../remembered.ts'
import { bareName, likenessOf, looksOf, numberOf } from './likeness.ts'

// More than can be in one session.
const PLACE_MAX = 100_000

/** Records that a person uses a name. The first user of a name stays the first for as long as the session runs. */
export function recordName({ namesakes }: Session, person: PersonId, name: string): void {
  const likeness = likenessOf(name)
  const before = namesakes.get(likeness)
  const same = withForgotten(before, person, name)
  if (same !== undefined && same !== before) namesakes.set(likeness, same)
  if (same === undefined) namesakes.set(likeness, person)
  else if (typeof same !== 'string') same.set(person, placeIn(same, person))
  else if (same !== person) namesakes.set(likeness, new Map([same, person].map((id, index) => [id, index + 1])))
}

/** Forgets the names of people who leave no trace. One that somebody else has too keeps its places, so that no two get the same number. */
export function forgetNames({ namesakes }: Session, people: ReadonlySet<PersonId>): void {
  for (const [likeness, same] of namesakes)
    if ([...idsOf(same)].every((id) => people.has(id))) namesakes.delete(likeness)
}

/** The users of a name, with those before a new one of whom the log says nothing any more: their numbers are not given again. [KEEP-7] */
function withForgotten(same: Namesakes | undefined, person: PersonId, name: string): Namesakes | undefined {
  const place = Number(/\d+/.exec(numberOf(name))?.[0] ?? 1)
  if (place > PLACE_MAX || placeIn(same, person) >= place || same === person) return same
  if (typeof same === 'object' && same.has(person)) return same
  const all = new Map(typeof same === 'object' ? same : [...idsOf(same)].map((id) => [id, 1]))
  while (all.size + 1 < place) all.set(`forgotten ${all.size + 1}`, all.size + 1)
  return all
}

/**
 * [NAME-4] The name by which a person is shown in a session: with a number if others have the same. Moderators keep their name; otherwise
 * the first user keeps it. Among ten thousand people of one name, only the first and the moderators have to be looked at.
 */
export function nameAmong(session: Session, person: PersonId, role: Role, typed: string): string {
  const name = bareName(typed)
  const same = session.namesakes.get(likenessOf(name))
  const place = placeIn(same, person)
  if (place > 1 && !isModerator(role)) return `${name} (${place})`
  const moderator = firstModerator(session, same, person)
  if (isModerator(role)) return moderator !== null && moderator < place ? `${name} (${place})` : name
  return moderator === null ? name : `${name} (${moderator})`
}

/** [NAME-4] When a moderator joins, a person who used the same name before gets a number. */
export function renamed(session: Session, moderator: PersonId, name: string, at: Millis): Event[] {
  const same = session.namesakes.get(likenessOf(name))
  const [first] = idsOf(same)
  const holder = first === undefined ? undefined : (session.people.get(first) ?? session.waiting.get(first))
  if (first === undefined || !holder || first === moderator || isModerator(holder.role)) return []
  if (holder.name !== bareName(holder.name)) return []
  const { name: was } = holder
  const number = placeIn(same, moderator)
  return [{ type: 'nameChanged', at, person: first, name: `${was} (${number})`, was, typed: was }]
}

/** The place of a person among the users of a name, or the place they would get. */
function placeIn(same: Namesakes | undefined, person: PersonId): number {
  if (typeof same === 'string') return same === person ? 1 : 2
  return same?.get(person) ?? (same?.size ?? 0) + 1
}

/** The users of a name, in the order of their places. */
function idsOf(same: Namesakes | undefined): Iterable<PersonId> {
  return typeof same === 'string' ? [same] : (same?.keys() ?? [])
}

/** The place of the first other moderator, counting those who were moderators when they left. */
function firstModerator({ moderators, former }: Session, same: Namesakes | undefined, person: PersonId): number | null {
  for (const id of idsOf(same))
    if (id !== person && (moderators.has(id) || isModerator(former.get(id)?.role ?? 'participant')))
      return placeIn(same, id)
  return null
}

// A full name: it is also found inside a longer one, such as *Hana Weber, host*. A single word may be part of any name.
const FULL = /\S\s+\S/u
const FULL_MIN = 6

/** [NAME-5] Whether a person who is no moderator could be taken for a moderator who is here, by the name. */
export function couldBeTakenForModerator(
  { moderators, people }: Pick<Session, 'moderators' | 'people'>,
  { id, name, role }: { id: PersonId; name: string; role: Role },
): boolean {
  if (isModerator(role)) return false
  for (const other of moderators) if (other !== id && isAlike(name, people.get(other)?.name ?? '')) return true
  return false
}

/** [NAME-5] The same for a name alone, as it stands in a sentence. Two people who are here never have exactly the same name. [NAME-4] */
export function looksLikeOneOf(moderators: readonly string[], name: string): boolean {
  return !moderators.includes(name) && moderators.some((theirs) => isAlike(name, theirs))
}

/** Whether a name looks like a moderator's, or contains the whole of it. */
function isAlike(name: string, theirs: string): boolean {
  const [looks, theirLooks] = [looksAgain(name), looksAgain(theirs)]
  if (looks === theirLooks) return true
  return theirLooks.length >= FULL_MIN && FULL.test(bareName(theirs)) && looks.includes(theirLooks)
}

// Cached: every row on the page asks this at every change of the room, and the answer for one name never changes.
const looksAgain = remembered(looksOf)
