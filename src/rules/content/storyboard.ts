import { STORYBOARD_MAX } from '../../protocol/presenting/storyboard.ts'
import type { DocumentId } from '../../protocol/types.ts'

/** The files of a storyboard as they were asked for: each once, those that the room has, not more than it holds. [STORYBOARD-1] */
export function storyboardOf(wanted: readonly DocumentId[], known: ReadonlySet<DocumentId>): DocumentId[] {
  return [...new Set(wanted)].filter((id) => known.has(id)).slice(0, STORYBOARD_MAX)
}

/** A storyboard with those of another after its own; what it has already stays where it is. [STORYBOARD-4] */
export function imported(own: readonly DocumentId[], others: readonly DocumentId[]): DocumentId[] {
  return [...new Set([...own, ...others])].slice(0, STORYBOARD_MAX)
}

/** The same files with one at another place, counted from 0; a place beyond an end is the end. [STORYBOARD-3] */
export function movedTo(documents: readonly DocumentId[], id: DocumentId, place: number): DocumentId[] {
  if (!documents.includes(id)) return [...documents]
  const others = documents.filter((each) => each !== id)
  const at = Math.max(0, Math.min(place, others.length))
  return [...others.slice(0, at), id, ...others.slice(at)]
}
