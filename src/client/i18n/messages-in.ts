import { catalogues } from 'virtual:catalogues'
import { directionOf, type Language } from '../../protocol/language.ts'
import { formatsOf } from './formats.ts'
import type { Messages } from './message-types.ts'

/** For tests: all messages of a language, compiled as the page has them. */
export async function messagesIn(language: Language): Promise<Messages> {
  const { first, around, more } = catalogues[language]
  const formats = formatsOf(language, directionOf(language) === 'rtl')
  return {
    ...(await first()).messages(formats),
    ...(await around()).messages(formats),
    ...(await more()).messages(formats),
  }
}
