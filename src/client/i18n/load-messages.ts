import type { Words } from './locales/en/words.ts'
import { directionOf, pickLanguage, type Language } from './language.ts'
import type { Part } from './lazy-messages.ts'

const FILES: Record<Language, () => Promise<{ words: Words }>> = {
  en: () => import('./locales/en/words.ts'),
  de: () => import('./locales/de/words.ts'),
  es: () => import('./locales/es/words.ts'),
  fr: () => import('./locales/fr/words.ts'),
  he: () => import('./locales/he/words.ts'),
  ja: () => import('./locales/ja/words.ts'),
}

const KEPT_AS = 'rostrum.language'
const AGAIN = 3_000 // a page without words is loaded again after this; the browser then says what is wrong

type Shown = { language: Language; words: Words }

const listeners = new Set<() => void>()
let shown: Shown | null = null

/** What is shown. Nothing is drawn before there are words. */
export function shownWords(): Shown {
  if (!shown) throw new Error('no words yet')
  return shown
}

/** Calls a listener whenever another language is shown. */
export function onLanguage(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** [LANG-1] The language that was chosen here before, or that the browser asks for; else English. */
export function wantedLanguage(): Language {
  return pickLanguage([remembered(), ...navigator.languages])
}

/** [LANG-1] Brings the words of that language. */
export async function startWords(): Promise<void> {
  const language = wantedLanguage()
  try {
    show(await load(language).catch(async () => await load('en')))
  } catch (fault) {
    setTimeout(() => location.reload(), AGAIN)
    throw fault
  }
}

/** [LANG-2] Shows another language, once its words for all that is open are here. False: they cannot be had, and nothing changes. */
export async function showLanguage(language: Language): Promise<boolean> {
  try {
    const next = await load(language)
    const parts = new Map<string, Part<unknown>>(Object.entries(next.words.parts))
    const open = Object.entries(shownWords().words.parts).filter(([, each]) => each.isAsked)
    await Promise.all(open.map(async ([name]) => await parts.get(name)?.bring()))
    show(next)
  } catch {
    return false
  }
  remember(language)
  return true
}

async function load(language: Language): Promise<Shown> {
  const { words } = await FILES[language]()
  return { language, words }
}

function show(next: Shown): void {
  shown = next
  document.documentElement.lang = next.language
  document.documentElement.dir = directionOf(next.language)
  for (const listener of listeners) listener()
}

/** [LANG-3] Kept in this browser; where nothing can be kept, the choice holds for this visit. */
function remember(language: Language): void {
  try {
    localStorage.setItem(KEPT_AS, language)
  } catch {
    // It was shown all the same.
  }
}

function remembered(): string {
  try {
    return localStorage.getItem(KEPT_AS) ?? ''
  } catch {
    return ''
  }
}
