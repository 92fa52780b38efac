/** The scenes, by the names of their files. */
export const SCENES = ['study', 'window', 'shelves', 'curtain', 'hills', 'dusk'] as const

/** The backgrounds: the room as it is, blurred in two strengths, a scene, or a picture of the person's own. */
export const BACKGROUNDS = ['none', 'slight-blur', 'blur', ...SCENES, 'own'] as const

export type Scene = (typeof SCENES)[number]
export type Background = (typeof BACKGROUNDS)[number]

/** Why a background went off by itself: a picture takes this device too long, or it did not start. */
export type BackgroundOff = 'slow' | 'failed'

let can: boolean | null = null

/** Whether this browser and device can draw backgrounds. [BACKGROUND-1] */
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
  // Browsers allow only a few contexts at a time.
  gl?.getExtension('WEBGL_lose_context')?.loseContext()
  return gl !== null
}
