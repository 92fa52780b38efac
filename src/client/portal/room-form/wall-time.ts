const two = (n: number) => String(n).padStart(2, '0')

/** The wall time that an instant has on this machine, as 2026-11-27T15:00. */
export function wallTimeOf(at: Date): string {
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}T${two(at.getHours())}:${two(at.getMinutes())}`
}

/** The first full hour after a time, on the next day. */
export function tomorrowAt(now: Date): string {
  return wallTimeOf(new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1, now.getHours() + 1))
}

const minutesOf = (time: string): number => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return 60 * hours + minutes
}

/** The time of day that comes so many minutes after another, as 15:00; negative minutes lead back. */
export function timeAfter(time: string, minutes: number): string {
  const day = 24 * 60
  const at = (((minutesOf(time) + minutes) % day) + day) % day
  return `${two(Math.floor(at / 60))}:${two(at % 60)}`
}

/** How many minutes come between a time of day and the next time that it is another: a whole day where both are the same. */
export function minutesBetween(start: string, end: string): number {
  const minutes = minutesOf(end) - minutesOf(start)
  return minutes > 0 ? minutes : minutes + 24 * 60
}

function noonOf(date: string): number {
  const [year = 1970, month = 1, day = 1] = date.split('-').map(Number)
  return new Date(year, month - 1, day, 12).getTime()
}

/** The weekday of a date: 1 is Monday. */
export const weekdayOf = (date: string): number => new Date(noonOf(date)).getDay() || 7

/** The name of a weekday; 1 is Monday. */
export function weekdayName(day: number, language: string): string {
  // 1 January 2024 was a Monday.
  return new Intl.DateTimeFormat(language, { weekday: 'short' }).format(new Date(2024, 0, day, 12))
}
