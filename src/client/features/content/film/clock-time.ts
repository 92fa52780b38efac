const two = (value: number) => String(value).padStart(2, '0')

/** A time in a film as players write it: minutes and seconds, with hours where there are some. `ms`: milliseconds. */
export function clockTime(ms: number): string {
  const seconds = Math.floor(ms / 1_000)
  const [hours, minutes] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60]
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`
}
