import { useEffect, useState } from 'react'

const SECOND = 1_000

/** Of a time that began and that ends, in ms of this machine's clock, what is left, looked at every second; 0 when it is over. */
export function useSecondsTo({ since, until }: { since: number; until: number }): number {
  const [now, setNow] = useState(0)
  useEffect(() => {
    if (until <= Date.now()) return undefined
    const timer = setInterval(() => setNow(Date.now()), SECOND)
    return () => clearInterval(timer)
  }, [until])
  return Math.max(0, until - Math.max(now, since))
}
