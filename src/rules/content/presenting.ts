import type { Command } from '../../protocol/commands.ts'
import type { Event } from '../../protocol/events.ts'
import type { Content, ContentItem } from '../../protocol/presenting/content.ts'
import type { DocumentId, Millis } from '../../protocol/types.ts'
import { reject, type Outcome } from '../outcome.ts'
import { can } from '../permissions/policy.ts'
import type { Person, Session } from '../session/session.ts'
import { isHeldByOther, makesWay, showEnds, whyNotMain } from './main-place.ts'

type Asked<T extends Command['type']> = Extract<Command, { type: T }>

/** Which document has to be looked up before a command is decided; null if none. */
export function documentOf(command: Command): DocumentId | null {
  return command.type === 'presentContent' ? command.document : null
}

/**
 * [PRESENT-1] Presents what was looked up, from a page of it. [PRESENT-3] Whoever has the main place is taken over where the person agreed to
 * end just them (`instead`).
 */
export function presentContent(
  session: Session,
  me: Person,
  { page: wanted, instead }: Asked<'presentContent'>,
  item: ContentItem | null,
  at: Millis,
): Outcome {
  const no = whyNotMain(session, me)
  if (no) return reject(no)
  if (isHeldByOther(session, me, instead)) return reject('someone-shares')
  if (!item) return reject('nothing-to-present')
  const { content } = session
  const page = pageWithin(item, wanted)
  const presented: Event = { type: 'contentPresented', at, person: me.id, item, page }
  if (content?.person !== me.id) return [...makesWay(session, me, at), presented]
  const isSame = content.item.document === item.document && content.page === page && content.playback === null
  return isSame ? [] : [presented]
}

/** [PRESENT-4] Turns to a page for everybody. A page beyond the last is the last. */
export function turnPage(
  session: Session,
  me: Person,
  { document, page: wanted }: Asked<'turnPage'>,
  at: Millis,
): Outcome {
  const found = shownTo(session, me, document)
  if ('refusal' in found) return found
  const page = pageWithin(found.item, wanted)
  return page === found.page ? [] : [{ type: 'pageTurned', at, person: found.person, page, by: me.id }]
}

/** [PRESENT-6] Plays, pauses or seeks for everybody. */
export function playContent(
  session: Session,
  me: Person,
  { document, playing, positionMs: wanted }: Asked<'playContent'>,
  at: Millis,
): Outcome {
  const found = shownTo(session, me, document)
  if ('refusal' in found) return found
  if (!found.playback) return reject('not-presented')
  const positionMs = Math.min(wanted, found.item.durationMs ?? wanted)
  return [{ type: 'contentPlayed', at, person: found.person, playing, positionMs, by: me.id }]
}

/** [PRESENT-7] Shows everybody a part of a picture; with null the whole. */
export function zoomContent(
  session: Session,
  me: Person,
  { document, zoom }: Asked<'zoomContent'>,
  at: Millis,
): Outcome {
  const found = shownTo(session, me, document)
  if ('refusal' in found) return found
  if (found.item.kind !== 'picture') return reject('not-presented')
  if (JSON.stringify(zoom) === JSON.stringify(found.zoom)) return []
  return [{ type: 'contentZoomed', at, person: found.person, zoom, by: me.id }]
}

/** [PRESENT-5] Ends what one presents; moderators end what others do. */
export function stopContent(session: Session, me: Person, target: Person, at: Millis): Outcome {
  const isOwn = target.id === me.id
  if (!isOwn && !can(me, 'stopShare', target)) return reject('not-allowed')
  return session.content?.person === target.id
    ? showEnds(session, target.id, isOwn ? 'self' : 'stopped', me.id, at)
    : []
}

/** [PRESENT-5] The file that is presented was deleted. */
export function contentGone({ content }: Session, document: DocumentId, at: Millis): Event[] {
  return content?.item.document === document
    ? [{ type: 'contentEnded', at, person: content.person, why: 'gone', by: null }]
    : []
}

/** What is presented at the start of it: films and sound play from their beginning. */
export function contentFrom(
  item: ContentItem,
  { person, page, at }: { person: string; page: number; at: Millis },
): Content {
  const isPlayed = item.kind === 'film' || item.kind === 'sound'
  const playback = isPlayed ? { playing: true, positionMs: 0, at } : null
  return { person, at, item, page, furthest: page, playback, zoom: null }
}

/** What is presented, for who leads everybody through it: who presents it, and moderators. What came after it is not meant. */
function shownTo(
  session: Session,
  me: Person,
  document: DocumentId,
): Content | { refusal: 'not-presented' | 'not-allowed' } {
  const { content } = session
  if (content?.item.document !== document) return { refusal: 'not-presented' }
  return leads(session, me) ? content : { refusal: 'not-allowed' }
}

/** [PRESENT-4] Whether a person leads everybody through what is presented: who presents it, and who could stop them. */
export function leads({ content, people }: Pick<Session, 'content' | 'people'>, me: Person): boolean {
  const presenter = people.get(content?.person ?? '')
  return presenter !== undefined && (presenter.id === me.id || can(me, 'stopShare', presenter))
}

function pageWithin({ pages }: ContentItem, wanted: number): number {
  return Math.min(wanted, pages ?? 1)
}
