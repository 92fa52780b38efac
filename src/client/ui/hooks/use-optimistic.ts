import { useState } from 'react'

/**
 * The real value, or the one chosen last until `choose` settles: with a slow connection the next choice goes on from there, and not from
 * the server's old value. `choose` may return a promise.
 */
export function useOptimistic<T>(is: T, choose: (value: T) => unknown): [T, (value: T) => void] {
  const [wanted, setWanted] = useState<{ value: T } | null>(null)
  const want = (value: T) => {
    const now = { value }
    setWanted(now)
    void Promise.resolve(choose(value)).finally(() => setWanted((last) => (last === now ? null : last)))
  }
  return [wanted ? wanted.value : is, want]
}
