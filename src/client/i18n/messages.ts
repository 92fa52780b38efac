import { use, useSyncExternalStore } from 'react'
import type { Formats } from './formats.ts'
import type { Language } from '../../protocol/language.ts'
import { onLanguage, shown } from './load-messages.ts'
import { isAround } from 'virtual:catalogues'
import type { AroundPart, FirstPart, Messages } from './message-types.ts'

export type { Messages }
export type FirstMessages = Pick<Messages, FirstPart>
/** All that a room says. */
export type RoomMessages = Omit<Messages, AroundPart>

/** What happened, and what one can do. */
export type NoticeWords = readonly [what: string, then: string]

/**
 * The messages of a part of the page, in the current language. Messages that do not come with the first page suspend the component until
 * they are loaded.
 */
export function useMessages<P extends keyof Messages>(part: P): Messages[P] {
  const { first, around, more } = useShown()
  const found = part in first ? first : use<Partial<Messages>>(isAround.has(part) ? around.bring() : more.bring())
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what is not in the one is in the other, by the types of both
  return (found as Messages)[part]
}

/** All messages of the first page. */
export const useFirstMessages = (): FirstMessages => useShown().first

/** All messages of a room; suspends until they are loaded. */
export function useAllMessages(): RoomMessages {
  const { first, more } = useShown()
  return { ...first, ...use(more.bring()) }
}

/** The formats of the current language for numbers, times and lists. */
export const useFormats = (): Formats => useShown().formats

/** The current language. */
export const useLanguage = (): Language => useShown().language

const useShown = () => useSyncExternalStore(onLanguage, shown, shown)
