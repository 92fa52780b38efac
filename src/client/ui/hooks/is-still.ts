import { useMedia } from './use-media.ts'

/** Whether this person prefers reduced motion. */
export function useIsStill(): boolean {
  return useMedia('(prefers-reduced-motion: reduce)')
}
