import type { Layout } from './layout/layout.ts'
import { Pager } from './Pager.tsx'
import { FilmstripEdge } from './layout/FilmstripEdge.tsx'

/** What stands at the edges of a stage that does not show everybody: the ways to the other pages, or who speaks out of a tray's sight. */
export function Edges({ layout: { boxes, main, tray, page, pages } }: { layout: Layout }) {
  const shown = [...boxes.keys()]
  if (pages > 1) return <Pager page={page} pages={pages} shown={shown} />
  return tray && <FilmstripEdge tray={tray} tiles={shown} isAbove={main !== null && tray.along === 'inline'} />
}
