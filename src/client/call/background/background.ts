/** Ready-made scenes, by the names of their files. */
export const SCENES = ['study', 'window', 'shelves', 'curtain', 'hills', 'dusk'] as const

/** What may stand behind a person: their room as it is, the same blurred, a scene, or a picture of their own. */
export const BACKGROUNDS = ['none', 'slight-blur', 'blur', ...SCENES, 'own'] as const

export type Scene = (typeof SCENES)[number]
export type Background = (typeof BACKGROUNDS)[number]

/** Why a background went off by itself: the device takes too long for a picture, or it did not start. */
export type BackgroundOff = 'slow' | 'failed'

let can: boolean | null = null

/** Whether this browser and this device can put another background behind a person. [BACKGROUND-1] */
export function canHaveBackground(): boolean {
  can ??= hasVideoFrames() && hasWebGl2()
  return can
}

function hasVideoFrames(): boolean {
  if (typeof VideoFrame === 'undefined' || typeof OffscreenCanvas === 'undefined') return false
  return 'MediaStreamTrackProcessor' in globalThis || 'captureStream' in HTMLCanvasElement.prototype
}

function hasWebGl2(): boolean {
  const gl = new OffscreenCanvas(1, 1).getContext('webgl2')
  // Browsers keep only a few of these.
  gl?.getExtension('WEBGL_lose_context')?.loseContext()
  return gl !== null
}
