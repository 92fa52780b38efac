/** A finger is all there is: a phone or a tablet, where the page before the eyes is the only one. */
const HANDHELD = '(hover: none) and (pointer: coarse)'

export const isHandheld = (): boolean => matchMedia(HANDHELD).matches
