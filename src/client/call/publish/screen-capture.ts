// Options that the DOM types do not have yet: keeps the room's own sound out of the captured sound.
type Wanted = DisplayMediaStreamOptions & {
  audio: { restrictOwnAudio: boolean }
  systemAudio: 'include'
  selfBrowserSurface: 'exclude'
  surfaceSwitching: 'include'
}

/** Processing for voices would remove everything that is no voice. */
const SOUND = { echoCancellation: false, noiseSuppression: false, autoGainControl: false, restrictOwnAudio: true }

const WANTED: Wanted = {
  // The largest picture that is ever sent, upright or not.
  video: { width: { max: 2560 }, height: { max: 2560 }, frameRate: { max: 30 } },
  audio: SOUND,
  systemAudio: 'include',
  selfBrowserSurface: 'exclude',
  surfaceSwitching: 'include',
}

/** Whether this browser can share a screen; phones cannot. */
export function canShareScreen(): boolean {
  // Without a secure context there are no media devices at all.
  return 'mediaDevices' in navigator && 'getDisplayMedia' in navigator.mediaDevices
}

/** Opens the browser's picker for a screen, a window or a tab, with sound if the browser can; null if none was picked. */
export async function pickScreen(): Promise<MediaStream | 'failed' | null> {
  return await navigator.mediaDevices.getDisplayMedia(WANTED).catch((fault: unknown) => {
    const name = fault instanceof Error ? fault.name : ''
    // The system's refusal has the same error name as the person's.
    const isSystem = fault instanceof Error && fault.message.includes('system')
    return name === 'NotAllowedError' && !isSystem ? null : 'failed'
  })
}
