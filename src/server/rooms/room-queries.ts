import type { Found, Query } from '../../protocol/queries.ts'
import type { Refusal } from '../../protocol/refusals.ts'
import type { PersonId } from '../../protocol/types.ts'
import { findViewers } from '../../rules/audience/audience.ts'
import { actsOf } from '../../rules/moderation/audit-log.ts'
import { can } from '../../rules/permissions/policy.ts'
import type { Person, Session } from '../../rules/session/session.ts'
import type { Store } from '../store/store.ts'

type Asked = Extract<Query, { type: 'messages' | 'threads' | 'feedback' }>

/** Looks up what was said, as the asker may read it. [CHAT-3] [CHAT-11] [FEEDBACK-2] */
export async function findMessages(
  store: Store,
  session: Session,
  asker: Person,
  query: Asked,
): Promise<Found | Refusal> {
  switch (query.type) {
    case 'messages': {
      const reading = { reader: asker.id, with: query.with }
      return { type: 'messages', messages: await store.messages(session.id, reading, query) }
    }
    case 'threads':
      return { type: 'threads', threads: await store.threads(session.id, asker.id) }
    case 'feedback':
      if (!can(asker, 'seeFeedback')) return 'not-allowed'
      return { type: 'feedback', feedback: await store.feedback(session.room) }
  }
}

/** Looks up who watches, or what was done, as the asker may see it; the session is looked at as it is stored. */
export function lookAt(
  session: Session,
  person: PersonId,
  query: Extract<Query, { type: 'viewers' | 'acts' }>,
): Found | Refusal {
  const asker = session.people.get(person)
  if (!asker) return 'not-in-room'
  if (query.type === 'viewers') return findViewers(session, asker, query)
  return can(asker, 'seeActs') ? { type: 'acts', acts: actsOf(session) } : 'not-allowed'
}
