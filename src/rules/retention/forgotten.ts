import type { Event } from '../../protocol/events.ts'
import type { PersonId } from '../../protocol/types.ts'
import type { Removal } from '../../protocol/views.ts'
import { nameOf } from '../moderation/names.ts'
import { removePerson } from '../session/changes.ts'
import type { Session } from '../session/session.ts'

/** [KEEP-6] Takes a person out of the session, who is then nobody whom it ever met. The log, rewritten, says the same. */
export function forgetPerson(session: Session, id: PersonId): void {
  const { chat } = session
  const name = nameOf(session, id)
  removePerson(session, id)
  const ofPeople = [
    session.waiting,
    session.former,
    session.attendance,
    session.retained,
    session.returning,
    session.removed,
    session.declinedRequests,
    session.declinedEntries,
    chat.blocked,
    chat.wrote,
    chat.keys,
    chat.fedBack,
  ]
  for (const each of ofPeople) each.delete(id)
  for (const conversation of chat.next.keys()) if (conversation.split(' ').includes(id)) chat.next.delete(conversation)
  for (const removal of session.removed.values())
    if (
      isRemovalBy(
        removal,
        (by) => by === id,
        (by) => by === name,
      )
    )
      session.removed.set(removal.person, byNobody(removal))
  if (chat.pinned?.person === id) chat.pinned = null
  if (session.moved && [session.moved.by, session.moved.name].includes(name)) session.moved = null
  // Nobody is let in by somebody who is not there; who waits goes on waiting.
  if (session.admitting?.by === id) session.admitting = null
  session.acts = session.acts.filter(({ event }) => !isWith(event, id))
}

/** Whether some person did a removal; of one of before nothing but their name is known. */
export function isRemovalBy(
  { by, byId }: Removal,
  isThem: (id: PersonId) => boolean,
  isTheirs: (name: string) => boolean,
): boolean {
  return byId === undefined ? isTheirs(by) : isThem(byId)
}

/** A removal without who did it. [KEEP-6] */
export function byNobody({ byId: _forgotten, ...removal }: Removal): Removal {
  return { ...removal, by: '' }
}

/** Whether somebody did it, or had it done to them. */
function isWith(event: Event, id: PersonId): boolean {
  return ('by' in event && event.by === id) || ('person' in event && event.person === id)
}

/** Whether a session has met a person, or holds something of them. */
export function holdsOf(session: Session, id: PersonId): boolean {
  const { people, waiting, former, attendance, retained, removed, declinedEntries } = session
  const isMet = [people, waiting, former, attendance, retained, removed, declinedEntries].some((each) => each.has(id))
  return isMet || [...removed.values()].some(({ byId }) => byId === id)
}
