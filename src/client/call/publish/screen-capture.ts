// Of what the browser's own types do not know yet: what others say here is not to come back out of the screen's sound.
type Wanted = DisplayMediaStreamOptions & {
  audio: { restrictOwnAudio: boolean }
  systemAudio: 'include'
  selfBrowserSurface: 'exclude'
  surfaceSwitching: 'include'
}

/** As a voice it would be cleaned of all that is no voice. */
const SOUND = { echoCancellation: false, noiseSuppression: false, autoGainControl: false, restrictOwnAudio: true }

const WANTED: Wanted = {
  // Larger is never sent, upright or not.
  video: { width: { max: 2560 }, height: { max: 2560 }, frameRate: { max: 30 } },
  audio: SOUND,
  systemAudio: 'include',
  selfBrowserSurface: 'exclude',
  surfaceSwitching: 'include',
}

/** Whether this browser can share a screen; that of a phone cannot. */
export function canShareScreen(): boolean {
  // Without a secure context there are no devices at all.
  return 'mediaDevices' in navigator && 'getDisplayMedia' in navigator.mediaDevices
}

/** Lets the person pick a screen, a window or a tab, with its sound where the browser can; null where none was picked. */
export async function pickScreen(): Promise<MediaStream | 'failed' | null> {
  return await navigator.mediaDevices.getDisplayMedia(WANTED).catch((fault: unknown) => {
    const name = fault instanceof Error ? fault.name : ''
    // The system's own no has the name of the person's.
    const isSystem = fault instanceof Error && fault.message.includes('system')
    return name === 'NotAllowedError' && !isSystem ? null : 'failed'
  })
}
