import { IntlMessageFormat } from 'intl-messageformat'
import { directionOf, type Language } from '../../../protocol/language.ts'
import de from '../locales/de.json' with { type: 'json' }
import en from '../locales/en.json' with { type: 'json' }
import es from '../locales/es.json' with { type: 'json' }
import fr from '../locales/fr.json' with { type: 'json' }
import he from '../locales/he.json' with { type: 'json' }
import ja from '../locales/ja.json' with { type: 'json' }

const CATALOGUES: Record<Language, typeof en> = { en, de, es, fr, he, ja }

/** The words of mails in a language: its catalogue, and how a message of it is said. */
export function wordsIn(language: Language) {
  return {
    catalogue: CATALOGUES[language],
    /** A message with what is put into it; throws where something is missing. In a language from the right each text stands apart. */
    say: (message: string, given: Readonly<Record<string, string | number>> = {}): string =>
      String(
        new IntlMessageFormat(message, language, undefined, { ignoreTag: true }).format(isolated(given, language)),
      ),
    /** Stands between what was and what is. */
    leadsTo: directionOf(language) === 'rtl' ? '←' : '→',
    /** A time from its beginning to its end, in words, with the name of the zone in which it is told. */
    when({ start, end, zone: timeZone }: When): string {
      const times = new Intl.DateTimeFormat(language, { dateStyle: 'full', timeStyle: 'short', timeZone })
      const zones = new Intl.DateTimeFormat(language, { timeZoneName: 'long', timeZone })
      const zone = zones.formatToParts(start).find(({ type }) => type === 'timeZoneName')?.value ?? timeZone
      return `${times.formatRange(start, end)} · ${zone}`
    },
  }
}

export type Words = ReturnType<typeof wordsIn>

/** The room that a mail is about. `description` is plain text; `picture` an http or https address. */
export type AboutRoom = { name: string; description: string; picture: string | null }

/** From when to when, in ms since 1970, and the IANA name of the time zone in which the reader is told of it. */
export type When = { start: number; end: number; zone: string }

/** A text inside a sentence of the other direction: neither changes the other's order (UAX #9, FSI and PDI). */
function isolated(
  given: Readonly<Record<string, string | number>>,
  language: Language,
): Record<string, string | number> {
  if (directionOf(language) === 'ltr') return { ...given }
  return Object.fromEntries(
    Object.entries(given).map(([name, value]) => [name, typeof value === 'string' ? `\u2068${value}\u2069` : value]),
  )
}
