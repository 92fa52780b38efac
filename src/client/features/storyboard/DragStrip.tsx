import { DndContext, MouseSensor, TouchSensor, useDraggable, useDroppable, useSensor, useSensors } from '@dnd-kit/core'
import type { ReactNode } from 'react'
import type { DocumentId } from '../../../protocol/types.ts'

/** A pointer that moves less than this, in px, is a press. */
const SLIP = 6
/** How long a finger rests on a picture to pick it up, in ms; moving earlier scrolls. */
const REST_MS = 400

const nothing = () => undefined
/** Turned off: the menus do the same by keyboard. */
const SILENT = {
  announcements: { onDragStart: nothing, onDragOver: nothing, onDragEnd: nothing, onDragCancel: nothing },
  screenReaderInstructions: { draggable: '' },
  restoreFocus: false,
}

type Props = { ids: readonly DocumentId[]; onMove: (id: DocumentId, place: number) => void; children: ReactNode }

/** Lets the files of the strip be dragged, with a mouse, and with a finger after resting on one: dropped on another, one takes its place. */
export function DragStrip({ ids, onMove, children }: Props) {
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: SLIP } }),
    useSensor(TouchSensor, { activationConstraint: { delay: REST_MS, tolerance: SLIP } }),
  )
  return (
    <DndContext
      sensors={sensors}
      accessibility={SILENT}
      onDragEnd={({ active, over }) => {
        const [id, place] = [ids.find((each) => each === active.id), ids.findIndex((each) => each === over?.id)]
        if (id !== undefined && place >= 0 && over?.id !== active.id) onMove(id, place)
      }}
    >
      {children}
    </DndContext>
  )
}

/** What makes a file of the strip one that is dragged, and one to drop on. */
export function useStripDrag(id: DocumentId) {
  const { setNodeRef, listeners, transform } = useDraggable({ id })
  const { setNodeRef: setTarget, isOver } = useDroppable({ id })
  return {
    hold: (element: HTMLElement | null) => {
      setNodeRef(element)
      setTarget(element)
    },
    style: transform ? { translate: `${transform.x}px ${transform.y}px`, zIndex: 1 } : undefined,
    handlers: listeners ?? {},
    /** Another is held over it. */
    isOver: isOver && !transform,
  }
}
