import { useEffect, useState } from 'react'

const SECOND = 1_000

/** How long something has lasted, as 1:02:03; `since` in ms, `offset`: how far the server's clock is ahead, in ms. */
export function useElapsed(since: number, offset = 0): string {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), SECOND)
    return () => clearInterval(timer)
  }, [])
  return elapsed(now + offset - since)
}

/** A length of time in ms, as 0:05, 12:34 or 1:02:03. */
export function elapsed(length: number): string {
  const seconds = Math.max(0, Math.floor(length / SECOND))
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`
}

function two(n: number): string {
  return String(n).padStart(2, '0')
}
