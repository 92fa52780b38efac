import type { Event } from '../../../protocol/events.ts'
import type { PersonView } from '../../../protocol/views.ts'
import type { CallState, NoticeBody } from '../call-state.ts'
import type { Announcement } from './announcement.ts'
import { statusWords, type StatusWords } from './status-words.ts'

// Enough for a stage that changes completely.
const ANNOUNCEMENTS_MAX = 50

/** What held before an event, read before because the session changes in place. */
export type Before = { subject: PersonView | undefined; words: StatusWords | null; unread: CallState['unread'] }

/** Reads it, before an event is applied. */
export function beforeOf(state: CallState, event: Event): Before {
  const subject = 'person' in event && event.type !== 'met' ? state.session.people.get(event.person) : undefined
  return { subject, words: wordsOf(state), unread: state.unread }
}

/** The announcements to be made, with what an event adds. `state` is after the event, `body` is the notice that it made. */
export function withEvent(
  state: CallState,
  event: Event,
  before: Before,
  body: NoticeBody | null,
): readonly Announcement[] {
  const { announcements, me, session } = state
  if (!me) return []
  const words = wordsOf(state)
  if (words && before.words && words !== before.words) {
    if (!body) return withAnnouncement(announcements, { about: 'place', kind: 'place', words })
    // The notice says where one is now; an older announcement of it is not true any more.
    return announcements.filter(({ about }) => about !== 'place')
  }
  // [SAID-1] Whoever presents is told too: somebody else may have turned the page.
  if (event.type === 'pageTurned') {
    const pages = session.content?.item.pages ?? null
    return pages === null || event.by === me.id
      ? announcements
      : withAnnouncement(announcements, { about: 'page', kind: 'page', page: event.page, pages })
  }
  if (!('person' in event) || event.type === 'met' || event.person === me.id) return announcements
  if (event.type === 'messageWritten') {
    const isNews = event.to !== null && state.unread !== before.unread
    return isNews
      ? withAnnouncement(announcements, { about: `private ${event.person}`, kind: 'private', name: event.name })
      : announcements
  }
  const about = event.person
  const now = session.people.get(about)
  const name = (now ?? before.subject)?.name ?? ''
  // People who were not known before are introduced (`met`) as on stage already.
  if (event.type === 'cameOnStage') return withAnnouncement(announcements, { about, kind: 'came-on', name })
  if (event.type === 'shareStarted') return withAnnouncement(announcements, { about: 'share', kind: 'shares', name })
  if (event.type === 'contentPresented')
    return withAnnouncement(announcements, { about: 'share', kind: 'presents', name, file: event.item.name })
  if (event.type === 'contentEnded')
    return withAnnouncement(announcements, { about: 'share', kind: 'presents-no-more', name })
  if (event.type === 'shareEnded')
    return withAnnouncement(announcements, { about: 'share', kind: 'shares-no-more', name })
  const isGone = before.subject?.place === 'stage' && now?.place !== 'stage'
  return isGone ? withAnnouncement(announcements, { about, kind: 'left-stage', name }) : announcements
}

/** [SAID-2] What is announced after reconnecting: where one is now, if that has changed. */
export function announcementsAfter(before: CallState, now: CallState): readonly Announcement[] {
  const words = wordsOf(now)
  const isNews = words !== null && before.inside && words !== wordsOf(before)
  return isNews ? [{ about: 'place', kind: 'place', words }] : []
}

/** Adds one more; a newer announcement about the same thing replaces the older one. */
export function withAnnouncement(
  announcements: readonly Announcement[],
  announcement: Announcement,
): readonly Announcement[] {
  return [...announcements.filter(({ about }) => about !== announcement.about), announcement].slice(-ANNOUNCEMENTS_MAX)
}

function wordsOf({ me, session }: CallState): StatusWords | null {
  return me && statusWords(me, session)
}
