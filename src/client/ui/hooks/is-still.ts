import { useSyncExternalStore } from 'react'

const STILL = '(prefers-reduced-motion: reduce)'

/** Whether this person wants nothing to move. */
export function useIsStill(): boolean {
  return useSyncExternalStore(watch, () => matchMedia(STILL).matches)
}

function watch(changed: () => void): () => void {
  const list = matchMedia(STILL)
  list.addEventListener('change', changed)
  return () => list.removeEventListener('change', changed)
}
