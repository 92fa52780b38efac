import type { PersonId, Role } from '../../../protocol/types.ts'
import { couldBeTakenForModerator, looksLikeOneOf } from '../../../rules/entry/namesakes.ts'
import type { Session } from '../../../rules/session/session.ts'
import { type Messages, useMessages } from '../../i18n/messages.ts'
import { useLive } from '../../state/use-call.ts'

/** `isAlike`: they could be taken for a moderator, and are none. Such a mark stays where others give way. */
export type NameMark = { mark: string; isAlike: boolean }

/**
 * What stands beside a name: the role; of who has none, nothing, but of who could be taken for a moderator that they are a participant.
 * [NAME-5]
 */
export function useNameMark(person: { id: PersonId; name: string; role: Role; bot?: true | undefined }): NameMark {
  const t = useMessages('core')
  const isAlike = useLive(({ session }) => couldBeTakenForModerator(session, person))
  // Nobody is to take it for a person. [REHEARSE-2]
  if (person.bot) return { mark: t.botMark, isAlike: true }
  return { mark: t.role[person.role] || (isAlike ? t.participantMark : ''), isAlike }
}

/** The same of somebody of whom no more is known than the name. */
export function useMarkOfName(id: PersonId, name: string): NameMark {
  const role = useLive(({ session }) => session.people.get(id)?.role ?? 'participant')
  return useNameMark({ id, name, role })
}

/** Names as they stand in a sentence or a label: with the mark behind who could be taken for a moderator. [NAME-5] */
export function useMarked(): (name: string) => string {
  const t = useMessages('core')
  const moderators = useLive(({ session }) => moderatorsIn(session))
  return (name) => (looksLikeOneOf(moderators, name) ? marked(name, t) : name)
}

/** The names of those who run the room and are here. */
export function moderatorsIn({ moderators, people }: Session): string[] {
  return [...moderators].flatMap((id) => people.get(id)?.name ?? [])
}

export function marked(name: string, t: Messages['core']): string {
  return `${name} (${t.participantMark})`
}
