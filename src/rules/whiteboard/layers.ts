import { BOARD_PAGES_MAX } from '../../protocol/presenting/whiteboard.ts'
import type { ContentItem, ContentKind } from '../../protocol/presenting/content.ts'
import type { Person, Session } from '../session/session.ts'
import { reachOf } from '../content/reading.ts'

// A film moves on under what is drawn, and sound has no picture.
const PAGES: Record<ContentKind, (pages: number | null) => number> = {
  whiteboard: () => BOARD_PAGES_MAX,
  slides: (pages) => pages ?? 1,
  picture: () => 1,
  film: () => 0,
  sound: () => 0,
}

/** [BOARD-5] Whether something can be drawn on a page of what is presented, counted from 1. */
export function takesDrawing({ kind, pages }: Pick<ContentItem, 'kind' | 'pages'>, page: number): boolean {
  return page >= 1 && page <= PAGES[kind](pages)
}

/** [BOARD-5] [PAGES-4] Whether somebody who sees what is presented sees what is drawn on a page of it: of a file, as far as they read that. */
export function seesDrawing(session: Session, person: Person, page: number): boolean {
  return session.content?.item.kind === 'whiteboard' || page <= reachOf(session, person).upTo
}
