import {
  useCallback,
  useEffect,
  useRef,
  useState,
  type HTMLAttributes,
  type PointerEvent,
  type RefCallback,
} from 'react'
import type { PersonId } from '../../../protocol/types.ts'
import { useCall } from '../../state/use-call.ts'

/** A pointer that moves less, in px, has pressed. */
const SLIP = 6
/** A finger or a pen that rests so long on a row takes it up; one that moves before scrolls. */
const REST_MS = 400
/** So near to an edge of the list, in px, it scrolls, by so many a picture. */
const EDGE = 36
const STEP = 8
/** So far beside the list, in px, there is nowhere to drop. */
const BESIDE = 64
const PRESSED = 'button, a, input, [role=menuitem]'

/** A row under a pointer. `x` and `y`: where the pointer is; `from`: where it was on the row, as far as the list has scrolled since. */
type Held = { person: PersonId; row: HTMLElement; from: number; x: number; y: number; isLifted: boolean }
type Shown = { person: PersonId; over: PersonId | null; by: number }
type Marks = { 'data-hand'?: PersonId; 'data-dragged'?: boolean; 'data-over'?: 'before' | 'after' }

/** What a row of the queue needs to be dragged. */
export type HandDrag = HTMLAttributes<HTMLLIElement> & Marks & { ref?: RefCallback<HTMLLIElement> }

/**
 * Moves hands: by a mouse anywhere on their row, by a finger or a pen that rests on it, and at once by its number. Dropped on another, a
 * hand takes its place. Escape, and a hand that goes meanwhile, end it where it was. The menus do the same by keyboard. [HAND-6]
 */
export function useHandDrag(queue: readonly PersonId[], isAllowed: boolean): (person: PersonId) => HandDrag {
  const call = useCall()
  const held = useRef<Held | null>(null)
  const letGo = useRef(() => {})
  const [shown, setShown] = useState<Shown | null>(null)
  const latest = useRef(queue)
  useEffect(() => {
    latest.current = queue
    if (held.current && !queue.includes(held.current.person)) letGo.current()
  }, [queue])
  useEffect(() => () => letGo.current(), [])

  const drop = (dragged: PersonId, on: PersonId | null) => {
    const order = latest.current
    const [from, to] = [order.indexOf(dragged), on === null ? -1 : order.indexOf(on)]
    // Either may have gone while it was dragged.
    if (from < 0 || to < 0 || from === to) return
    void call.ask({ type: 'moveHand', person: dragged, before: order[from < to ? to + 1 : to] ?? null })
  }

  const take = (person: PersonId, event: PointerEvent<HTMLLIElement>, rests: boolean) => {
    letGo.current()
    const { currentTarget: row, pointerId, clientX: x, clientY: y } = event
    const drag: Held = { person, row, from: y, x, y, isLifted: false }
    held.current = drag
    let frame = 0
    const show = () => setShown({ person, over: placeAt(drag), by: drag.y - drag.from })
    const scroll = () => {
      const by = scrollNear(row, drag.y)
      drag.from -= by
      if (by !== 0) show()
      frame = requestAnimationFrame(scroll)
    }
    const lift = () => {
      drag.isLifted = true
      getSelection()?.removeAllRanges()
      row.setPointerCapture(pointerId)
      frame = requestAnimationFrame(scroll)
      show()
    }
    const timer = rests ? setTimeout(lift, REST_MS) : undefined

    const end = new AbortController()
    const { signal } = end
    letGo.current = () => {
      end.abort()
      clearTimeout(timer)
      cancelAnimationFrame(frame)
      held.current = null
      setShown(null)
      letGo.current = () => {}
    }
    // On the window: a row that goes meanwhile hears nothing any more.
    const on = <Kind extends keyof WindowEventMap>(kind: Kind, hear: (event: WindowEventMap[Kind]) => void) =>
      addEventListener(kind, hear, { signal, capture: true })
    on('pointermove', (move) => {
      if (move.pointerId !== pointerId) return
      const isSlip = Math.hypot(move.clientX - x, move.clientY - y) < SLIP
      if (!drag.isLifted && isSlip) return
      if (!drag.isLifted && rests) return letGo.current()
      drag.x = move.clientX
      drag.y = move.clientY
      if (drag.isLifted) show()
      else lift()
    })
    on('pointerup', (up) => {
      if (up.pointerId !== pointerId) return
      const place = drag.isLifted ? placeAt(drag) : null
      letGo.current()
      drop(person, place)
    })
    on('pointercancel', (gone) => gone.pointerId === pointerId && letGo.current())
    // A finger that rests would open the browser's own menu.
    on('contextmenu', (menu) => rests && menu.preventDefault())
    on('keydown', (press) => {
      if (press.key !== 'Escape' || !drag.isLifted) return
      press.preventDefault()
      press.stopImmediatePropagation()
      letGo.current()
    })
  }

  // What is held does not scroll; a browser asks before the finger moves whether anybody would keep it from that.
  const ref = useCallback((row: HTMLLIElement | null) => {
    const still = (event: TouchEvent) => held.current?.isLifted && event.cancelable && event.preventDefault()
    row?.addEventListener('touchmove', still, { passive: false })
    return () => row?.removeEventListener('touchmove', still)
  }, [])

  return (person) => {
    if (!isAllowed) return {}
    const isOver = shown?.over === person
    const side = queue.indexOf(shown?.person ?? '') < queue.indexOf(person) ? 'after' : 'before'
    const isDragged = shown?.person === person
    return {
      ref,
      'data-hand': person,
      'data-dragged': isDragged,
      ...(isOver && { 'data-over': side }),
      ...(isDragged && { style: { transform: `translateY(${shown.by}px)` } }),
      onPointerDown(event) {
        const target = event.target instanceof Element ? event.target : null
        if (event.button !== 0 || !event.isPrimary || target?.closest(PRESSED)) return
        take(person, event, event.pointerType !== 'mouse' && !target?.closest('[data-grip]'))
      },
    }
  }
}

/** Where the hands stand; that which is held, where it was taken from. */
function placesBeside(row: HTMLElement): { hand: PersonId | null; top: number; bottom: number }[] {
  const rows = [...(row.parentElement?.querySelectorAll<HTMLElement>('[data-hand]') ?? [])]
  return rows.map((each) => {
    const { top, bottom } = each.getBoundingClientRect()
    const by = each === row ? new DOMMatrix(getComputedStyle(each).transform).f : 0
    return { hand: each.dataset['hand'] ?? null, top: top - by, bottom: bottom - by }
  })
}

/** On which other hand the one that is held would be dropped: that beside the pointer, or the first or the last beyond them. */
function placeAt({ person, row, x, y }: Held): PersonId | null {
  const { left, right } = row.getBoundingClientRect()
  if (x < left - BESIDE || x > right + BESIDE) return null
  const places = placesBeside(row)
  const place = places.find(({ bottom }) => y < bottom) ?? places.at(-1)
  return place && place.hand !== person ? place.hand : null
}

/** Scrolls the list where the pointer is at its edge, as far as there are hands; gives by how much, in px. */
function scrollNear(row: HTMLElement, y: number): number {
  const list = scrollerOf(row)
  if (!list) return 0
  const { top, bottom } = list.getBoundingClientRect()
  const places = placesBeside(row)
  const isMoreAbove = (places[0]?.top ?? top) < top
  const isMoreBelow = (places.at(-1)?.bottom ?? bottom) > bottom
  const by = y < top + EDGE && isMoreAbove ? -STEP : y > bottom - EDGE && isMoreBelow ? STEP : 0
  const before = list.scrollTop
  list.scrollTop += by
  return list.scrollTop - before
}

function scrollerOf(from: HTMLElement): HTMLElement | null {
  for (let at = from.parentElement; at; at = at.parentElement)
    if (at.scrollHeight > at.clientHeight && /auto|scroll/.test(getComputedStyle(at).overflowY)) return at
  return null
}
