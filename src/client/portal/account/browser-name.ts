import { browserOf } from '../../ui/hooks/browser-kind.ts'

const BROWSERS = { firefox: 'Firefox', chromium: 'Chrome', safari: 'Safari', other: '' }
const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/iPhone|iPad/, 'iOS'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
]

/** What a browser calls itself, as people know it: `Firefox, Windows`. Empty where nothing is known of it. */
export function browserName(userAgent: string | null): string {
  if (userAgent === null) return ''
  const browser = /Edg/.test(userAgent) ? 'Edge' : BROWSERS[browserOf(userAgent)]
  const system = SYSTEMS.find(([pattern]) => pattern.test(userAgent))?.[1] ?? ''
  return [browser, system].filter(Boolean).join(', ')
}
