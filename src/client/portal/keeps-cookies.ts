import { useEffect, useState } from 'react'
import { readGuest } from './api.ts'

/**
 * Whether this browser keeps the one cookie by which the server knows it again: only what comes back to the server tells, for a browser
 * may block cookies for an address, for a frame, or throw them away. What cannot be found out counts as kept.
 */
export async function keepsCookies(): Promise<boolean> {
  return (await isKnown()) || (await isKnown())
}

async function isKnown(): Promise<boolean> {
  const answer = await readGuest()
  return !('ok' in answer) || answer.ok.known
}

/** The same, for a page on which somebody is not known who might have been; null until it is known, and where nobody asks. */
export function useKeepsCookies(isAsked: boolean): boolean | null {
  const [keeps, setKeeps] = useState<boolean | null>(null)
  useEffect(() => {
    if (!isAsked) return undefined
    let wanted = true
    const look = async () => {
      const found = await keepsCookies()
      if (wanted) setKeeps(found)
    }
    void look()
    return () => {
      wanted = false
    }
  }, [isAsked])
  return keeps
}
