import { useState, type DragEvent, type HTMLAttributes } from 'react'
import type { PersonId } from '../../protocol/words.ts'
import { useCall } from '../ui/use-live.ts'

/** Moves hands by a pointer: dropped on another, a hand takes its place. The menus do the same by keyboard. [HAND-6] */
export function useHandDrag(queue: readonly PersonId[], isAllowed: boolean) {
  const call = useCall()
  const [dragged, setDragged] = useState<PersonId | null>(null)
  const [over, setOver] = useState<PersonId | null>(null)
  const end = () => {
    setDragged(null)
    setOver(null)
  }
  const drop = (on: PersonId) => {
    if (!dragged) return
    const [from, to] = [queue.indexOf(dragged), queue.indexOf(on)]
    const before = queue[from < to ? to + 1 : to] ?? null
    if (from !== to) void call.ask({ type: 'moveHand', person: dragged, before })
    end()
  }
  return (person: PersonId): HTMLAttributes<HTMLLIElement> => {
    if (!isAllowed) return {}
    const marked = { 'data-over': over === person && dragged !== person }
    return {
      ...marked,
      draggable: true,
      onDragStart: () => setDragged(person),
      onDragEnd: end,
      onDragOver(event: DragEvent) {
        if (!dragged) return
        event.preventDefault()
        setOver(person)
      },
      onDrop(event: DragEvent) {
        event.preventDefault()
        drop(person)
      },
    }
  }
}
