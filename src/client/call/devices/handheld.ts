/** A device with touch alone: a phone or a tablet, on which a hidden page is not in use. */
const HANDHELD = '(hover: none) and (pointer: coarse)'

export const isHandheld = (): boolean => matchMedia(HANDHELD).matches
