import { createContext, use, useCallback, useState } from 'react'
import type { Message } from '../../protocol/messages.ts'
import type { Addressee } from './open-privately.ts'

/** What of the chat is on the screen. */
export type ChatShown = { kind: 'all' } | { kind: 'threads' } | { kind: 'private'; other: Addressee }

/** What one was at in the panel, for when it comes back. [PHONE-5] */
type Kept = { search: string; chat: ChatShown; reply: Message | null }

/** Lasts as long as one is in the room. */
export class PanelKept {
  readonly #kept: Kept = { search: '', chat: { kind: 'all' }, reply: null }

  get<K extends keyof Kept>(what: K): Kept[K] {
    return this.#kept[what]
  }

  set<K extends keyof Kept>(what: K, value: Kept[K]): void {
    this.#kept[what] = value
  }
}

export const PanelKeptContext = createContext(new PanelKept())

/** As useState, and still there after the panel was closed, or showed something else. */
export function useKept<K extends keyof Kept>(what: K): [Kept[K], (value: Kept[K]) => void] {
  const kept = use(PanelKeptContext)
  const [value, setValue] = useState(() => kept.get(what))
  const change = useCallback(
    (next: Kept[K]) => {
      kept.set(what, next)
      setValue(next)
    },
    [kept, what],
  )
  return [value, change]
}
