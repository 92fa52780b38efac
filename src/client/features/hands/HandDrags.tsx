import {
  DndContext,
  MeasuringStrategy,
  MouseSensor,
  TouchSensor,
  useSensor,
  useSensors,
  type DragEndEvent,
} from '@dnd-kit/core'
import { useEffect, useState, type ReactNode } from 'react'
import type { PersonId } from '../../../protocol/types.ts'
import { useCall } from '../../state/use-call.ts'
import { handUnder } from './use-hand-drag.ts'

/** A pointer that moves less, in px, has pressed. */
const SLIP = 6
/** A finger that rests so long on a row takes it up; one that moves before scrolls. */
const REST_MS = 400
/** So near to an edge of the list, as a part of it, it scrolls. */
const EDGE = 0.08

const nothing = () => undefined
/** The menus do the same by keyboard, and what came of it is told by a notice, in the reader's language. */
const SILENT = {
  announcements: { onDragStart: nothing, onDragOver: nothing, onDragEnd: nothing, onDragCancel: nothing },
  screenReaderInstructions: { draggable: '' },
  restoreFocus: false,
}

/**
 * Moves hands: by a mouse anywhere on their row, by a finger that rests on it, and at once by its number. Dropped on another, a hand takes
 * its place. Escape, and a hand that goes meanwhile, leave it where it was. The menus do the same by keyboard. [HAND-6]
 */
export function HandDrags({ queue, children }: { queue: readonly PersonId[]; children: ReactNode }) {
  const call = useCall()
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: SLIP } }),
    useSensor(TouchSensor, {
      activationConstraint: { delay: REST_MS, tolerance: SLIP },
      bypassActivationConstraint: ({ event }) =>
        event.target instanceof Element && event.target.closest('[data-grip]') !== null,
    }),
  )
  const [isHeld, setIsHeld] = useState(false)
  useEffect(() => {
    if (!isHeld) return undefined
    // It is the drag's alone, and closes nothing else.
    const taken = (event: KeyboardEvent) => event.key === 'Escape' && event.preventDefault()
    addEventListener('keydown', taken, { capture: true })
    return () => removeEventListener('keydown', taken, { capture: true })
  }, [isHeld])
  const placeOf = (id: unknown) => queue.findIndex((each) => each === id)
  const drop = ({ active, over }: DragEndEvent) => {
    setIsHeld(false)
    const [from, to] = [placeOf(active.id), placeOf(over?.id)]
    const person = queue[from]
    // Either may have gone while it was dragged.
    if (person === undefined || to < 0) return
    void call.ask({ type: 'moveHand', person, before: queue[from < to ? to + 1 : to] ?? null })
  }
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={handUnder}
      autoScroll={{ threshold: { x: 0, y: EDGE } }}
      measuring={{ droppable: { strategy: MeasuringStrategy.Always } }}
      accessibility={SILENT}
      onDragStart={() => setIsHeld(true)}
      onDragCancel={() => setIsHeld(false)}
      onDragEnd={drop}
    >
      {children}
    </DndContext>
  )
}
