import type { Event } from '../../protocol/events.ts'
import type { Millis, PersonId, Role } from '../../protocol/words.ts'
import { isModerator } from '../permissions/policy.ts'
import type { Session } from '../session/session.ts'
import { bareName, likenessOf, looksOf } from './likeness.ts'

/** Notes that somebody has a name; whoever had it first comes first, as long as the session runs. */
export function noteName({ namesakes }: Session, person: PersonId, name: string): void {
  const likeness = likenessOf(name)
  const same = namesakes.get(likeness)
  if (!same) namesakes.set(likeness, [person])
  else if (!same.includes(person)) same.push(person)
}

/**
 * [NAME-4] The name under which somebody is in a session: with a number, where others have it too. Moderators keep theirs; of them and of
 * all others it is the one who came first.
 */
export function nameAmong(session: Session, person: PersonId, role: Role, typed: string): string {
  const name = bareName(typed)
  const same = session.namesakes.get(likenessOf(name)) ?? []
  const place = same.includes(person) ? same.indexOf(person) : same.length
  const moderator = same.findIndex((id) => id !== person && isModeratorIn(session, id))
  const isFirst = isModerator(role) ? moderator < 0 || moderator > place : place === 0
  if (isFirst && (isModerator(role) || moderator < 0)) return name
  return `${name} (${(isFirst ? moderator : place) + 1})`
}

/** [NAME-4] Who has a moderator's name, and had it first, is given a number when that moderator comes. */
export function renamed(session: Session, moderator: PersonId, name: string, at: Millis): Event[] {
  const [first] = session.namesakes.get(likenessOf(name)) ?? []
  const holder = first === undefined ? undefined : (session.people.get(first) ?? session.waiting.get(first))
  if (first === undefined || !holder || first === moderator || isModerator(holder.role)) return []
  if (holder.name !== bareName(holder.name)) return []
  const among = session.namesakes.get(likenessOf(name)) ?? []
  const number = (among.includes(moderator) ? among.indexOf(moderator) : among.length) + 1
  const { name: was } = holder
  return [{ type: 'nameChanged', at, person: first, name: `${was} (${number})`, was, typed: was }]
}

function isModeratorIn(session: Session, person: PersonId): boolean {
  return session.moderators.has(person) || isModerator(session.former.get(person)?.role ?? 'participant')
}

/** [NAME-5] Whether somebody who is no moderator could be taken for one who is here, by the name. */
export function couldBeTakenForModerator(
  { moderators, people }: Pick<Session, 'moderators' | 'people'>,
  { id, name, role }: { id: PersonId; name: string; role: Role },
): boolean {
  if (isModerator(role)) return false
  const looks = looksOf(name)
  return [...moderators].some((other) => other !== id && looksOf(people.get(other)?.name ?? '') === looks)
}
