import { useMedia } from './use-media.ts'

// A finger, and less room than a tablet has in either direction.
const PHONE = '(pointer: coarse) and (max-width: 639.98px), (pointer: coarse) and (max-height: 479.98px)'
// Whatever points: a window that leaves no room for more, also by zoom.
const SMALL = '(max-width: 639.98px), (max-height: 479.98px)'
// Lying, held by somebody who could turn it.
const LYING = '(pointer: coarse) and (max-height: 479.98px) and (orientation: landscape)'
const NARROW = '(max-width: 1023.98px)'
// The place line stands beside the room controls, and has little left of their row.
const TIGHT = '(min-width: 1280px) and (max-width: 1535.98px)'

/** Whether this is a phone: it enters as a viewer, and chooses no devices. [SEED-12] [SEED-19] */
export function useIsPhone(): boolean {
  return useMedia(PHONE)
}

/** Whether it is one in this moment. */
export function isPhone(): boolean {
  return matchMedia(PHONE).matches
}

/** Whether the screen is as small as a phone's: the panel is a sheet, the toolbar has five places. */
export function useIsSmall(): boolean {
  return useMedia(SMALL)
}

/** Whether this is a phone on its side. */
export function useIsLying(): boolean {
  return useMedia(LYING)
}

/** Whether a finger is all there is to point with. */
export function useIsTouched(): boolean {
  return useMedia('(hover: none) and (pointer: coarse)')
}

/** Whether the panel has no room of its own beside the stage. */
export function useIsNarrow(): boolean {
  return useMedia(NARROW)
}

/** Whether what stands beside the room controls must be short. */
export function useIsTight(): boolean {
  return useMedia(TIGHT)
}
