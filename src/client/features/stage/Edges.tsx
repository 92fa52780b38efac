import type { Layout } from './layout/layout.ts'
import { Pager } from './Pager.tsx'
import { FilmstripEdge } from './layout/FilmstripEdge.tsx'

/**
 * The edges of a stage that does not show everybody: buttons to the other pages, or the names of speakers outside the visible part of the
 * filmstrip.
 */
export function Edges({ layout: { boxes, main, filmstrip, page, pages } }: { layout: Layout }) {
  const shown = [...boxes.keys()]
  if (pages > 1) return <Pager page={page} pages={pages} shown={shown} />
  return (
    filmstrip && (
      <FilmstripEdge filmstrip={filmstrip} tiles={shown} isAbove={main !== null && filmstrip.along === 'inline'} />
    )
  )
}
