import type { PersonId, Role } from '../../../protocol/words.ts'
import { couldBeTakenForModerator } from '../../../rules/entry/namesakes.ts'
import { useText } from '../../i18n/messages.ts'
import { useLive } from '../../state/use-call.ts'

/**
 * What stands beside a name: the role; of who has none, nothing, but of who could be taken for a moderator that they are a participant.
 * [NAME-5]
 */
export function useNameMark(person: { id: PersonId; name: string; role: Role }): string {
  const t = useText()
  const isAlike = useLive(({ session }) => couldBeTakenForModerator(session, person))
  return t.role[person.role] || (isAlike ? t.participantMark : '')
}

/** The same of somebody of whom no more is known than the name. */
export function useMarkOfName(id: PersonId, name: string): string {
  const role = useLive(({ session }) => session.people.get(id)?.role ?? 'participant')
  return useNameMark({ id, name, role })
}
