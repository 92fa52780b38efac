import { useEffect, useState } from 'react'
import { readGuest } from './api.ts'

/**
 * Whether this browser keeps the cookie by which the server recognises it. Only the server can tell, because a browser may block cookies
 * for an address or a frame, or drop them. If it cannot be found out, the answer is true.
 */
export async function keepsCookies(): Promise<boolean> {
  return (await isKnown()) || (await isKnown())
}

async function isKnown(): Promise<boolean> {
  const answer = await readGuest()
  return !('ok' in answer) || answer.ok.known
}

/** The same as a hook; null until it is known, or while `isAsked` is false. */
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
