import { useMedia } from './use-media.ts'

/** Whether this person wants nothing to move. */
export function useIsStill(): boolean {
  return useMedia('(prefers-reduced-motion: reduce)')
}
