import type { EmojiData } from 'frimousse'
import { lazyMessages, type LazyMessages } from '../../i18n/lazy-messages.ts'
import type { Language } from '../../../protocol/language.ts'

type Rows = readonly (readonly [emoji: string, group: number, name: string, words: string])[]

/** All emoji with their names in a language: some 30 kB, loaded from our own server when the picker is first opened. */
export const EMOJI: Record<Language, LazyMessages<Rows>> = {
  en: lazyMessages(async () => (await import('virtual:emoji/en')).default),
  de: lazyMessages(async () => (await import('virtual:emoji/de')).default),
  es: lazyMessages(async () => (await import('virtual:emoji/es')).default),
  fr: lazyMessages(async () => (await import('virtual:emoji/fr')).default),
  he: lazyMessages(async () => (await import('virtual:emoji/he')).default),
  ja: lazyMessages(async () => (await import('virtual:emoji/ja')).default),
}

const FLAG = /^\p{Regional_Indicator}/u

/** The emoji in the picker's own format, with the names of their groups. */
export function emojiData(locale: Language, rows: Rows, groups: readonly string[]): EmojiData {
  return {
    locale,
    categories: groups.map((label, index) => ({ index, label })),
    emojis: rows
      .filter(([emoji]) => hasFlags() || !FLAG.test(emoji))
      .map(([emoji, category, label, words]) => ({ emoji, category, label, tags: words.split(' '), version: 0 })),
    skinTones: { light: '', 'medium-light': '', medium: '', 'medium-dark': '', dark: '' },
  }
}

/** Windows draws two letters instead of a flag. Firefox has its own flags, and does not tell its system. */
function hasFlags(): boolean {
  return navigator.userAgentData?.platform !== 'Windows'
}
