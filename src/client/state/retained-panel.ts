import { createContext, use, useCallback, useState } from 'react'
import type { Message } from '../../protocol/messages.ts'
import type { Addressee } from './open-privately.ts'

/** Which part of the chat is shown. */
export type ChatShown = { kind: 'all' } | { kind: 'threads' } | { kind: 'private'; other: Addressee }

/** What one was doing in the panel, for when it is opened again. [PHONE-5] */
type PanelState = { search: string; chat: ChatShown; reply: Message | null }

/** Lasts as long as one is in the room. */
export class PanelMemory {
  readonly #kept: PanelState = { search: '', chat: { kind: 'all' }, reply: null }

  get<K extends keyof PanelState>(what: K): PanelState[K] {
    return this.#kept[what]
  }

  set<K extends keyof PanelState>(what: K, value: PanelState[K]): void {
    this.#kept[what] = value
  }
}

export const PanelKeptContext = createContext(new PanelMemory())

/** Like useState, but it outlives closing the panel or changing the tab. */
export function usePanelMemory<K extends keyof PanelState>(what: K): [PanelState[K], (value: PanelState[K]) => void] {
  const kept = use(PanelKeptContext)
  const [value, setValue] = useState(() => kept.get(what))
  const change = useCallback(
    (next: PanelState[K]) => {
      kept.set(what, next)
      setValue(next)
    },
    [kept, what],
  )
  return [value, change]
}
