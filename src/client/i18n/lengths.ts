import type { Millis } from '../../protocol/types.ts'
import { placeOf } from './formats.ts'

const SECOND = 1_000
const WITH_SECONDS = 10 // minutes; in a longer time a second is no news

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
