import { PAGES_MAX } from '../../protocol/presenting/content.ts'
import type { DocumentId, PersonId } from '../../protocol/types.ts'
import { can, isModerator, type Standing } from '../permissions/policy.ts'
import type { Person, Session } from '../session/session.ts'

/** How far somebody reads what is presented: up to a page, from 1; and whether the presenter's notes are for them. */
export type Reach = { upTo: number; hasNotes: boolean }

/** All of a file. */
export const WHOLE: Reach = { upTo: PAGES_MAX, hasNotes: true }

/** Who is inside and sees that a document is presented; null for anybody else, and while it is not. [PAGES-4] */
export function seesPresented(session: Session, id: PersonId, document: DocumentId): Person | null {
  const isPresented = session.endedAt === null && session.content?.item.document === document
  return (isPresented && session.people.get(id)) || null
}

/** [PAGES-4] How far somebody who sees it reads what is presented: a page further than everybody was shown, or all where they present or run the room. */
export function reachOf({ content }: Session, { id, role }: Person): Reach {
  return content?.person === id || isModerator(role) ? WHOLE : { upTo: (content?.furthest ?? 0) + 1, hasNotes: false }
}

/** [CONTENT-1] [PAGES-6] Whether somebody brings files to a room: to present them now, or to prepare that. */
export function bringsFiles(who: Standing): boolean {
  return can(who, 'presentContent') || can(who, 'prepareContent')
}

/** [CONTENT-10] Whether somebody does as they like with a file of a room. */
export function hasFile(who: Standing & { id: PersonId }, owner: PersonId): boolean {
  return bringsFiles(who) && (owner === who.id || isModerator(who.role))
}
