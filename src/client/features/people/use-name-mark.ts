import type { PersonId, Role } from '../../../protocol/types.ts'
import { couldBeTakenForModerator, looksLikeOneOf } from '../../../rules/entry/namesakes.ts'
import type { Session } from '../../../rules/session/session.ts'
import { type Messages, useMessages } from '../../i18n/messages.ts'
import { useLive } from '../../state/use-call.ts'

/** `isAlike`: the person could be taken for a moderator, and is none. Such a mark stays where other marks are left out. */
export type NameMark = { mark: string; isAlike: boolean }

/** The mark beside a name: the role; for participants none, except *Participant* for a person who could be taken for a moderator. [NAME-5] */
export function useNameMark(person: { id: PersonId; name: string; role: Role; bot?: true | undefined }): NameMark {
  const t = useMessages('core')
  const isAlike = useLive(({ session }) => couldBeTakenForModerator(session, person))
  // Nobody is to take it for a person. [REHEARSE-2]
  if (person.bot) return { mark: t.botMark, isAlike: true }
  return { mark: t.role[person.role] || (isAlike ? t.participantMark : ''), isAlike }
}

/** The same for a person of whom only id and name are known. */
export function useMarkOfName(id: PersonId, name: string): NameMark {
  const role = useLive(({ session }) => session.people.get(id)?.role ?? 'participant')
  return useNameMark({ id, name, role })
}

/** Names in sentences and labels: with a mark after the name of a person who could be taken for a moderator. [NAME-5] */
export function useMarked(): (name: string) => string {
  const t = useMessages('core')
  const moderators = useLive(({ session }) => moderatorsIn(session))
  return (name) => (looksLikeOneOf(moderators, name) ? marked(name, t) : name)
}

/** The names of the moderators who are here. */
export function moderatorsIn({ moderators, people }: Session): string[] {
  return [...moderators].flatMap((id) => people.get(id)?.name ?? [])
}

export function marked(name: string, t: Messages['core']): string {
  return `${name} (${t.participantMark})`
}
