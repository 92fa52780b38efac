import type { Millis } from '../../protocol/types.ts'
import { placeOf } from './language.ts'

const SECOND = 1_000
const MINUTE = 60 * SECOND
const WITH_SECONDS = 10 // minutes; in longer times seconds do not matter

type Unit = 'hour' | 'minute' | 'second'

/** How a language writes a length of time: in seconds at first, then in minutes, then in hours. */
export function lengthsOf(language: string): (length: Millis) => string {
  const place = placeOf(language)
  const unit = (of: Unit) => new Intl.NumberFormat(place, { style: 'unit', unit: of, unitDisplay: 'short' })
  const units = { hour: unit('hour'), minute: unit('minute'), second: unit('second') }
  const list = new Intl.ListFormat(place, { type: 'unit', style: 'narrow' })
  return (length) => {
    const seconds = Math.max(0, Math.floor(length / SECOND))
    const [hour, minute] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60]
    const second = seconds < WITH_SECONDS * 60 ? seconds % 60 : 0
    const parts = (
      [
        ['hour', hour],
        ['minute', minute],
        ['second', second],
      ] as const
    ).filter(([, n]) => n > 0)
    return parts.length === 0 ? units.second.format(0) : list.format(parts.map(([of, n]) => units[of].format(n)))
  }
}

/** A length of time in whole minutes, at least one. */
export const wholeMinutes = (length: Millis): number => Math.max(1, Math.round(length / MINUTE))

/** A length of time in the unit in which people would count it; never shortened. */
export function spanOf(length: Millis): { unit: 'seconds' | 'minutes'; n: number } {
  const seconds = Math.ceil(length / SECOND)
  return seconds < 60 ? { unit: 'seconds', n: seconds } : { unit: 'minutes', n: Math.ceil(seconds / 60) }
}
