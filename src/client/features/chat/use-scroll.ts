import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { Conversation, ConversationState } from '../../call/chat/conversation.ts'

// Within this distance of the end, in px, one counts as at the end; within this distance of the beginning, older messages are loaded.
const NEAR_END = 40
const NEAR_BEGINNING = 400

/**
 * Keeps a list of messages where its reader is: at the newest as they come, or at the place scrolled back to, whatever is inserted above or
 * below. Gives the ref for the scrolling element, whether it is at the end, and a function that goes there. [CHAT-17]
 */
export function useScroll(
  conversation: Conversation,
  state: ConversationState,
  systemMessages: unknown,
): [(element: HTMLElement | null) => (() => void) | undefined, boolean, () => void] {
  const { messages } = state
  const box = useRef<HTMLElement | null>(null)
  const held = useRef<{ n: string; top: number } | null>(null)
  const [isAtEnd, setIsAtEnd] = useState(true)
  const atEnd = useRef(true)

  const look = useCallback(() => {
    const element = box.current
    if (!element) return
    const rest = element.scrollHeight - element.scrollTop - element.clientHeight
    const { hasNewer } = conversation.state
    atEnd.current = rest < NEAR_END && !hasNewer
    setIsAtEnd(atEnd.current)
    conversation.sees(atEnd.current)
    held.current = atEnd.current ? null : firstInSight(element)
    if (element.scrollTop < NEAR_BEGINNING) void conversation.older()
    else if (rest < NEAR_BEGINNING && hasNewer) void conversation.newer()
  }, [conversation])

  const measure = useCallback(
    (element: HTMLElement | null) => {
      box.current = element
      if (!element) return undefined
      element.addEventListener('scroll', look, { passive: true })
      // A keyboard that appears, or a composer that grows, covers the end.
      const observer = new ResizeObserver(() => {
        if (atEnd.current) element.scrollTop = element.scrollHeight
      })
      observer.observe(element)
      return () => {
        element.removeEventListener('scroll', look)
        observer.disconnect()
      }
    },
    [look],
  )

  useLayoutEffect(() => {
    const element = box.current
    if (!element) return
    if (atEnd.current) {
      element.scrollTop = element.scrollHeight
      return
    }
    const { n, top } = held.current ?? { n: '', top: 0 }
    const row = element.querySelector<HTMLElement>(`[data-n="${n}"]`)
    if (row) element.scrollTop += row.offsetTop - element.scrollTop - top
  }, [messages, systemMessages])
  // A short window has nothing to scroll, and there may be older messages.
  useEffect(look, [messages, look])

  const toEnd = useCallback(() => {
    atEnd.current = true
    setIsAtEnd(true)
    const element = box.current
    if (conversation.state.hasNewer) void conversation.newest()
    else if (element) element.scrollTop = element.scrollHeight
  }, [conversation])

  return [measure, isAtEnd, toEnd]
}

/** The first message in sight, and its distance from the edge. */
function firstInSight(element: HTMLElement): { n: string; top: number } | null {
  const rows = [...element.querySelectorAll<HTMLElement>('[data-n]')]
  const row = rows.find((each) => each.offsetTop + each.offsetHeight > element.scrollTop)
  return row ? { n: row.dataset['n'] ?? '', top: row.offsetTop - element.scrollTop } : null
}
