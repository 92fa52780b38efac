import { useEffect, useRef, useState, type HTMLAttributes, type PointerEvent } from 'react'
import type { PersonId } from '../../../protocol/words.ts'
import { useCall } from '../../state/use-call.ts'

/** A pointer that moves less, in px, has pressed. */
const SLIP = 6
/** So near to an edge of the list, in px, it scrolls, by so many a picture. */
const EDGE = 36
const STEP = 8
const PRESSED = 'button, a, input, [role=menuitem]'

type Drag = { person: PersonId; from: number; isMoved: boolean }
type Marks = { 'data-hand'?: PersonId; 'data-dragged'?: boolean; 'data-over'?: 'before' | 'after' }

/** What a row of the queue needs to be dragged. */
export type HandDrag = HTMLAttributes<HTMLLIElement> & Marks

/**
 * Moves hands by a mouse or a pen anywhere on their row, and by a finger on their number, beside which one scrolls: dropped on another, a
 * hand takes its place. Escape lets it where it was. The menus do the same by keyboard. [HAND-6]
 */
export function useHandDrag(queue: readonly PersonId[], isAllowed: boolean): (person: PersonId) => HandDrag {
  const call = useCall()
  const drag = useRef<Drag | null>(null)
  const [shown, setShown] = useState<{ person: PersonId; over: PersonId | null; by: number } | null>(null)
  const latest = useRef(queue)
  useEffect(() => {
    latest.current = queue
  }, [queue])
  useEffect(() => {
    const escape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || !drag.current?.isMoved) return
      event.preventDefault()
      event.stopImmediatePropagation()
      drag.current = null
      setShown(null)
    }
    addEventListener('keydown', escape, { capture: true })
    return () => removeEventListener('keydown', escape, { capture: true })
  }, [])

  const end = () => {
    drag.current = null
    setShown(null)
  }
  const drop = (dragged: PersonId, on: PersonId | null) => {
    const order = latest.current
    const [from, to] = [order.indexOf(dragged), on === null ? -1 : order.indexOf(on)]
    // Either may have gone while it was dragged.
    if (from < 0 || to < 0 || from === to) return
    void call.ask({ type: 'moveHand', person: dragged, before: order[from < to ? to + 1 : to] ?? null })
  }

  return (person) => {
    if (!isAllowed) return {}
    const isOver = shown?.over === person && shown.person !== person
    const side = queue.indexOf(shown?.person ?? '') < queue.indexOf(person) ? 'after' : 'before'
    const isDragged = shown?.person === person
    return {
      'data-hand': person,
      'data-dragged': isDragged,
      ...(isOver && { 'data-over': side }),
      ...(isDragged && { style: { transform: `translateY(${shown.by}px)` } }),
      onPointerDown(event: PointerEvent<HTMLLIElement>) {
        const target = event.target instanceof Element ? event.target : null
        const isHeld = event.pointerType === 'touch' ? target?.closest('[data-grip]') : !target?.closest(PRESSED)
        if (!isHeld || event.button !== 0 || !event.isPrimary) return
        drag.current = { person, from: event.clientY, isMoved: false }
        event.currentTarget.setPointerCapture(event.pointerId)
      },
      onPointerMove(event: PointerEvent<HTMLLIElement>) {
        const held = drag.current
        if (held?.person !== person) return
        if (!held.isMoved && Math.abs(event.clientY - held.from) < SLIP) return
        if (!held.isMoved) getSelection()?.removeAllRanges()
        held.isMoved = true
        held.from -= scrollNear(event.currentTarget, event.clientY)
        setShown({ person, over: handAt(event.clientX, event.clientY), by: event.clientY - held.from })
      },
      onPointerUp(event: PointerEvent<HTMLLIElement>) {
        const held = drag.current
        if (held?.isMoved && held.person === person) drop(person, handAt(event.clientX, event.clientY))
        end()
      },
      onPointerCancel: end,
      onLostPointerCapture: end,
    }
  }
}

/** The hand whose row is at a place of the window; that which is dragged lets the pointer through. */
function handAt(x: number, y: number): PersonId | null {
  return document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-hand]')?.dataset['hand'] ?? null
}

/** Scrolls the list where the pointer is at its edge; gives by how much, in px. */
function scrollNear(row: HTMLElement, y: number): number {
  const list = scrollerOf(row)
  if (!list) return 0
  const { top, bottom } = list.getBoundingClientRect()
  const by = y < top + EDGE ? -STEP : y > bottom - EDGE ? STEP : 0
  const before = list.scrollTop
  list.scrollTop += by
  return list.scrollTop - before
}

function scrollerOf(from: HTMLElement): HTMLElement | null {
  for (let at = from.parentElement; at; at = at.parentElement)
    if (at.scrollHeight > at.clientHeight && /auto|scroll/.test(getComputedStyle(at).overflowY)) return at
  return null
}
