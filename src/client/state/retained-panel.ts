import { createContext, use, useCallback, useState } from 'react'
import type { Message } from '../../protocol/messages.ts'
import type { Addressee } from './open-privately.ts'

/** Which part of the chat is shown. */
export type ChatShown = { kind: 'all' } | { kind: 'threads' } | { kind: 'private'; other: Addressee }

/** What one was doing in the panel, for when it is opened again. [PHONE-5] */
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

/** Like useState, but it outlives closing the panel or changing the tab. */
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
