import { use, useSyncExternalStore } from 'react'
import type { Formats } from './formats.ts'
import type { Language } from '../../protocol/language.ts'
import { onLanguage, shown } from './load-messages.ts'
import type { FirstPart, Messages } from './message-types.ts'

export type { Messages }
export type FirstMessages = Pick<Messages, FirstPart>

/** What happened, and what one can do. */
export type NoticeWords = readonly [what: string, then: string]

/**
 * The messages of a part of the page, in the language that is shown. What does not come with the first page suspends until it is
 * here, by `use`: React draws a component again from where it waited.
 */
export function useMessages<P extends keyof Messages>(part: P): Messages[P] {
  const { first, more } = useShown()
  const found = part in first ? first : use(more.bring())
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what is not in the one is in the other, by the types of both
  return (found as Messages)[part]
}

/** All that comes with the first page. */
export const useFirstMessages = (): FirstMessages => useShown().first

/** All messages there are; suspends until they are here. */
export function useAllMessages(): Messages {
  const { first, more } = useShown()
  return { ...first, ...use(more.bring()) }
}

/** How the language that is shown writes numbers, times and lists. */
export const useFormats = (): Formats => useShown().formats

/** The language that is shown. */
export const useLanguage = (): Language => useShown().language

const useShown = () => useSyncExternalStore(onLanguage, shown)
