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

/** A pointer that moves less than this, in px, is a press. */
const SLIP = 6
/** How long a finger rests on a row to pick it up, in ms; moving earlier scrolls. */
const REST_MS = 400
/** How near to an edge of the list it scrolls, as a part of its height. */
const EDGE = 0.08

const nothing = () => undefined
/** Turned off: the menus do the same by keyboard, and a notice announces the result in the reader's language. */
const SILENT = {
  announcements: { onDragStart: nothing, onDragOver: nothing, onDragEnd: nothing, onDragCancel: nothing },
  screenReaderInstructions: { draggable: '' },
  restoreFocus: false,
}

/**
 * Lets moderators drag hands: with a mouse anywhere on the row, with a finger after resting on it, and at once by its number. A hand
 * dropped on another takes its place. Escape, or a hand that disappears meanwhile, changes nothing. The menus do the same by keyboard.
 * [HAND-6]
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
    // Escape belongs to the drag, and closes nothing else.
    const taken = (event: KeyboardEvent) => event.key === 'Escape' && event.preventDefault()
    addEventListener('keydown', taken, { capture: true })
    return () => removeEventListener('keydown', taken, { capture: true })
  }, [isHeld])
  const placeOf = (id: unknown) => queue.findIndex((each) => each === id)
  const drop = ({ active, over }: DragEndEvent) => {
    setIsHeld(false)
    const [from, to] = [placeOf(active.id), placeOf(over?.id)]
    const person = queue[from]
    // Either hand may have disappeared during the drag.
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
