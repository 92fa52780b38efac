import { useEffect, useState } from 'react'

const SECOND = 1_000

/** The time left until `until`, in whole seconds, updated every second; 0 when it is over. In ms of this machine's clock. */
export function useSecondsTo({ since, until }: { since: number; until: number }): number {
  const [now, setNow] = useState(0)
  useEffect(() => {
    if (until <= Date.now()) return undefined
    const timer = setInterval(() => setNow(Date.now()), SECOND)
    return () => clearInterval(timer)
  }, [until])
  return Math.max(0, until - Math.max(now, since))
}
