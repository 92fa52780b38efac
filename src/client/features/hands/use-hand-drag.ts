import { useDraggable, useDroppable, type CollisionDetection } from '@dnd-kit/core'
import { useCallback, type SyntheticEvent } from 'react'
import type { PersonId } from '../../../protocol/types.ts'
import type { RowDrag } from '../people/index.ts'

/** Farther than this beside the list, in px, nothing is dropped. */
const BESIDE = 64
const PRESSED = 'button, a, input, [role=menuitem]'

/** Makes a row draggable, and a target for others; a line shows the side on which the hand would be inserted. */
export function useHandDrag(person: PersonId, queue: readonly PersonId[], isAllowed: boolean): RowDrag {
  const disabled = !isAllowed
  const { active, listeners, transform, isDragging, setNodeRef: drag } = useDraggable({ id: person, disabled })
  const { isOver, setNodeRef: drop } = useDroppable({ id: person, disabled })
  const ref = useCallback(
    (row: HTMLLIElement | null) => {
      drag(row)
      drop(row)
    },
    [drag, drop],
  )
  if (disabled) return {}
  const from = queue.findIndex((each) => each === active?.id)
  const side = from < queue.indexOf(person) ? 'after' : 'before'
  const unlessPressed = (name: 'onMouseDown' | 'onTouchStart') => (event: SyntheticEvent) => {
    const isPress = event.target instanceof Element && event.target.closest(PRESSED) !== null
    if (!isPress) listeners?.[name]?.(event)
  }
  return {
    ref,
    'data-hand': person,
    'data-dragged': isDragging,
    'data-over': isOver && from >= 0 ? side : undefined,
    ...(transform && { style: { transform: `translateY(${transform.y}px)` } }),
    onMouseDown: unlessPressed('onMouseDown'),
    onTouchStart: unlessPressed('onTouchStart'),
  }
}

/** The hand on which the dragged one would be dropped: the one beside the pointer, or the first or last beyond the ends. */
export const handUnder: CollisionDetection = ({ active, droppableRects, pointerCoordinates: at }) => {
  const rows = [...droppableRects].toSorted(([, one], [, other]) => one.top - other.top)
  const [, first] = rows[0] ?? []
  if (!at || !first || at.x < first.left - BESIDE || at.x > first.right + BESIDE) return []
  const [id] = rows.find(([, { bottom }]) => at.y < bottom) ?? rows.at(-1) ?? []
  return id === undefined || id === active.id ? [] : [{ id }]
}
