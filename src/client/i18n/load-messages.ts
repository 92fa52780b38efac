import { catalogues } from 'virtual:catalogues'
import { formatsOf, type Formats } from './formats.ts'
import { directionOf, pickLanguage, type Language } from '../../protocol/language.ts'
import { lazyMessages, type LazyMessages } from './lazy-messages.ts'
import type { AroundPart, FirstPart, Messages } from './message-types.ts'

type First = Pick<Messages, FirstPart>
type Around = Pick<Messages, AroundPart>
type More = Omit<Messages, FirstPart | AroundPart>

const KEPT_AS = 'rostrum.language'
const AGAIN = 3_000 // ms; a page without messages is loaded again after this, and the browser then says what is wrong

type Shown = {
  language: Language
  formats: Formats
  first: First
  around: LazyMessages<Around>
  more: LazyMessages<More>
}

const listeners = new Set<() => void>()
let current: Shown | null = null

/** What is shown. Nothing is drawn before there are messages. */
export function shown(): Shown {
  if (!current) throw new Error('no messages yet')
  return current
}

/** Loads the messages that do not come with the first page before they are needed: a session may end because the server does. */
export const preloadMessages = (): void =>
  void shown()
    .more.bring()
    .catch(() => {})

/** Calls a listener whenever the language changes. */
export function onLanguage(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** [LANG-1] The language that was chosen here before, or that the browser asks for; else English. */
export function wantedLanguage(): Language {
  return pickLanguage([remembered(), ...navigator.languages])
}

/** [LANG-1] Loads the messages of that language. */
export async function startMessages(): Promise<void> {
  const language = wantedLanguage()
  try {
    show(await load(language).catch(async () => await load('en')))
  } catch (fault) {
    setTimeout(() => location.reload(), AGAIN)
    throw fault
  }
}

/** [LANG-2] Changes the language once its messages for everything that is open are loaded. False if they cannot be loaded; then nothing changes. */
export async function showLanguage(language: Language): Promise<boolean> {
  try {
    const next = await load(language)
    const { around, more } = shown()
    await Promise.all([around.isAsked && next.around.bring(), more.isAsked && next.more.bring()])
    show(next)
  } catch {
    return false
  }
  remember(language)
  return true
}

async function load(language: Language): Promise<Shown> {
  const formats = formatsOf(language, directionOf(language) === 'rtl')
  const { first, around, more } = catalogues[language]
  const { messages } = await first()
  return {
    language,
    formats,
    first: messages(formats),
    around: lazyMessages(async () => (await around()).messages(formats)),
    more: lazyMessages(async () => (await more()).messages(formats)),
  }
}

function show(next: Shown): void {
  current = next
  document.documentElement.lang = next.language
  document.documentElement.dir = directionOf(next.language)
  for (const listener of listeners) listener()
}

/** [LANG-3] Stored in this browser; if that fails, the choice holds for this visit. */
function remember(language: Language): void {
  try {
    localStorage.setItem(KEPT_AS, language)
  } catch {
    // It is shown all the same.
  }
}

function remembered(): string {
  try {
    return localStorage.getItem(KEPT_AS) ?? ''
  } catch {
    return ''
  }
}
