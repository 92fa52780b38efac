import { useMedia } from './use-media.ts'

// Touch, and less room than a tablet has in either direction.
const PHONE = '(pointer: coarse) and (max-width: 639.98px), (pointer: coarse) and (max-height: 479.98px)'
// Any pointer: a window that is small, also because of zoom.
const SMALL = '(max-width: 639.98px), (max-height: 479.98px)'
// On its side, and held by somebody who could turn it.
const LYING = '(pointer: coarse) and (max-height: 479.98px) and (orientation: landscape)'
const NARROW = '(max-width: 1023.98px)'
// The status line stands beside the controls, and leaves them little room.
const TIGHT = '(min-width: 1280px) and (max-width: 1535.98px)'

/** Whether this is a phone: it joins as a viewer, and chooses no devices. [SEED-12] [SEED-19] */
export function useIsPhone(): boolean {
  return useMedia(PHONE)
}

/** Whether it is one at this moment. */
export function isPhone(): boolean {
  return matchMedia(PHONE).matches
}

/** Whether the screen is as small as a phone's: the panel is a sheet, and the toolbar has five places. */
export function useIsSmall(): boolean {
  return useMedia(SMALL)
}

/** Whether this is a phone on its side. */
export function useIsLying(): boolean {
  return useMedia(LYING)
}

/** Whether touch is the only pointer. */
export function useIsTouched(): boolean {
  return useMedia('(hover: none) and (pointer: coarse)')
}

/** Whether there is no room for the panel beside the stage. */
export function useIsNarrow(): boolean {
  return useMedia(NARROW)
}

/** Whether what stands beside the controls must be short. */
export function useIsTight(): boolean {
  return useMedia(TIGHT)
}
