import { useState } from 'react'

/**
 * What is so, or what was chosen last until `choose` is settled: with a slow line the next choice goes on from there, and not
 * from what the server said before. `choose` may give a promise.
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
