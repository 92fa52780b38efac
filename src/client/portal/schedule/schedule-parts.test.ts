import { createElement, type ReactElement } from 'react'
import { prerender } from 'react-dom/static'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { LANGUAGES } from '../../../protocol/language.ts'
import { showLanguage, startMessages } from '../../i18n/load-messages.ts'
import { messagesIn } from '../../i18n/messages-in.ts'
import { whenIn } from './when-words.ts'

const MINUTE = 60_000
const START = Temporal.Instant.from('2026-11-24T09:00Z').epochMilliseconds

// As much of a page as drawing once needs.
beforeAll(async () => {
  vi.stubGlobal('document', { documentElement: {} })
  vi.stubGlobal('location', { pathname: '/' })
  vi.stubGlobal('history', { state: null })
  vi.stubGlobal('localStorage', undefined)
  await startMessages()
})
afterAll(() => vi.unstubAllGlobals())

/** What is drawn first, as HTML. */
async function drawn(part: ReactElement): Promise<string> {
  const { prelude } = await prerender(part)
  return await new Response(prelude).text()
}

test.for(LANGUAGES)('[SCHEDULE-9] a time, how long it takes, and the calendars are said in %s', async (language) => {
  const [{ When }, { Countdown }, { AddToCalendar }] = await Promise.all([
    import('./When.tsx'),
    import('./Countdown.tsx'),
    import('./AddToCalendar.tsx'),
  ])
  await showLanguage(language)
  const { schedule: words } = await messagesIn(language)
  const span = { start: START, end: START + 90 * MINUTE }
  const { day, ...times } = whenIn(language, { ...span, now: Date.now() })
  const when = await drawn(createElement(When, span))
  expect(when).toContain(`dateTime="2026-11-24T09:00:00.000Z">${day}<`)
  expect(when).toContain(`>${words.when(times)}<`)
  const countdown = { to: Date.now() + 5 * 24 * 60 * MINUTE, ahead: 0, onCome: () => {} }
  const days = await drawn(createElement(Countdown, countdown))
  expect(days).toContain(`role="timer" aria-label="${words.startsInDays({ n: 5 })}"`)
  expect(days).toContain(`>${words.days({ n: 5 })}<`)
  const calendars = { file: '/r/1.ics', google: 'https://google.example', outlook: 'https://outlook.example' }
  const button = await drawn(createElement(AddToCalendar, calendars))
  expect(button).toContain('aria-haspopup="menu"')
  expect(button).toContain(`>${words.addToCalendar}<`)
})

test('[SCHEDULE-9] the seconds are shown and not said: what is said aloud is the next of a few lengths', async () => {
  const { Countdown } = await import('./Countdown.tsx')
  await showLanguage('en')
  const left = 12 * MINUTE + 40_000
  const html = await drawn(createElement(Countdown, { to: Date.now() + left + 300, ahead: 0, onCome: () => {} }))
  expect(html.replace(/<[^>]*>/g, '|').replace(/\|+/g, '|')).toMatch(/^\|12\|:\|4\d\|Starts in 15 min\|$/)
  expect(html).toContain('role="timer" aria-label="Starts in 12 min"')
})
