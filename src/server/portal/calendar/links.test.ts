import { expect, test } from 'vitest'
import { once, weekly } from '../../../../test/rules/schedules.ts'
import type { Schedule } from '../../../protocol/schedule.ts'
import { googleUrl, outlookUrl } from './links.ts'

const NOW = Temporal.Instant.from('2026-01-08T00:00Z').epochMilliseconds
const ROOM = {
  id: 'room-1',
  name: 'Waves & tides: 1 + 1',
  description: 'Bring a spoon.',
  url: 'https://rooms.example.org/r/room-1',
}
const google = (schedule: Schedule) => new URL(googleUrl(ROOM, schedule, NOW) ?? 'none:').searchParams
const outlook = (schedule: Schedule) => new URL(outlookUrl(ROOM, schedule, NOW) ?? 'none:').searchParams

test('[CALENDAR-7] Google is led to the room, its time and its page', () => {
  const asked = google(once('2026-06-05T10:00'))
  expect(Object.fromEntries(asked)).toEqual({
    action: 'TEMPLATE',
    text: ROOM.name,
    dates: '20260605T080000Z/20260605T090000Z',
    ctz: 'Europe/Berlin',
    details: `Bring a spoon.\n\n${ROOM.url}`,
    location: ROOM.url,
  })
})

test('[CALENDAR-7] Google is given the whole series where its rule says all, and else the next occurrence', () => {
  const series = weekly('2026-01-05T10:00')
  expect(google(series).get('recur')).toBe('RRULE:FREQ=WEEKLY;INTERVAL=1;BYDAY=MO;WKST=MO')
  expect(google(series).get('dates')).toBe('20260105T090000Z/20260105T100000Z')
  const edited = { ...series, exceptions: [{ on: '2026-01-19', moved: null }] }
  expect(google(edited).get('recur')).toBeNull()
  expect(google(edited).get('dates')).toBe('20260112T090000Z/20260112T100000Z')
})

test('[CALENDAR-7] Outlook is led to the next occurrence', () => {
  const asked = outlook(weekly('2026-01-05T10:00'))
  expect([asked.get('startdt'), asked.get('enddt')]).toEqual(['2026-01-12T09:00:00Z', '2026-01-12T10:00:00Z'])
  expect(asked.get('subject')).toBe(ROOM.name)
})

test('[CALENDAR-7] nothing is offered of what is over, and a long description is shortened', () => {
  const over = once('2026-01-05T10:00')
  expect([googleUrl(ROOM, over, NOW), outlookUrl(ROOM, over, NOW)]).toEqual([null, null])
  const long = { ...ROOM, description: '🎓'.repeat(5_000) }
  expect(new URL(googleUrl(long, once('2026-06-05T10:00'), NOW) ?? '').searchParams.get('details')).toBe(
    `${'🎓'.repeat(1_000)}\n\n${ROOM.url}`,
  )
})
