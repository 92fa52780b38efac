import type { Layout } from './layout/layout.ts'
import { Pager } from './Pager.tsx'
import { FilmstripEdge } from './layout/FilmstripEdge.tsx'

/** What stands at the edges of a stage that does not show everybody: the ways to the other pages, or who speaks out of a filmstrip's sight. */
export function Edges({ layout: { boxes, main, filmstrip, page, pages } }: { layout: Layout }) {
  const shown = [...boxes.keys()]
  if (pages > 1) return <Pager page={page} pages={pages} shown={shown} />
  return (
    filmstrip && (
      <FilmstripEdge filmstrip={filmstrip} tiles={shown} isAbove={main !== null && filmstrip.along === 'inline'} />
    )
  )
}
