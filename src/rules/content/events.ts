import { PLAIN, type EventRows } from '../event-row.ts'
import { endContentOf } from '../session/changes.ts'
import type { Session } from '../session/session.ts'
import { contentFrom } from './presenting.ts'

const PRESENTS = {
  ...PLAIN,
  deliver: 'concerned',
  counts: false,
  grants: 'nobody',
  timers: 'none',
  audit: false,
} as const

/** Content is presented: by whom, page by page, with times. [PRESENT-9] */
export const contentEvents: EventRows<
  'contentPresented' | 'pageTurned' | 'contentPlayed' | 'contentZoomed' | 'contentEnded'
> = {
  contentPresented: {
    ...PRESENTS,
    introduces: true,
    evolve(session, { person, item, page, at }) {
      if (session.people.has(person)) session.content = contentFrom(item, { person, page, at })
    },
  },
  pageTurned: {
    ...PRESENTS,
    evolve: (session, { person, page }) =>
      change(session, person, { page, furthest: Math.max(page, session.content?.furthest ?? 0), zoom: null }),
  },
  contentPlayed: {
    ...PRESENTS,
    evolve: (session, { person, playing, positionMs, at }) =>
      change(session, person, { playback: { playing, positionMs, at } }),
  },
  contentZoomed: { ...PRESENTS, evolve: (session, { person, zoom }) => change(session, person, { zoom }) },
  contentEnded: { ...PRESENTS, audit: true, evolve: (session, { person }) => endContentOf(session, person) },
}

function change(session: Session, person: string, what: Partial<NonNullable<Session['content']>>): void {
  if (session.content?.person === person) session.content = { ...session.content, ...what }
}
