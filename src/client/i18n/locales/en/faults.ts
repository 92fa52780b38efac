import type { BackgroundOff } from '../../../call/background/background.ts'
import type { DeviceFault } from '../../../call/devices/device-state.ts'
import type { BrowserKind } from '../../../ui/hooks/browser-kind.ts'
import type { NoticeWords } from './notices.ts'

const fault: Record<DeviceFault, { camera: string; microphone: string }> = {
  refused: {
    camera: 'The browser may not use your camera.',
    microphone: 'The browser may not use your microphone.',
  },
  dismissed: {
    camera: 'The browser’s question about your camera was closed. Press Try again, and answer it.',
    microphone: 'The browser’s question about your microphone was closed. Press Try again, and answer it.',
  },
  system: {
    camera: 'Your system does not let the browser use the camera. Allow it in the privacy settings, then Try again.',
    microphone:
      'Your system does not let the browser use the microphone. Allow it in the privacy settings, then Try again.',
  },
  framed: {
    camera: 'The page around this room does not pass the camera on. Open the room in a tab of its own.',
    microphone: 'The page around this room does not pass the microphone on. Open the room in a tab of its own.',
  },
  none: {
    camera: 'No camera is connected. Plug one in, then Try again.',
    microphone: 'No microphone is connected. Plug one in, then Try again.',
  },
  busy: {
    camera: 'Your camera is used by another program. Close that one, then Try again.',
    microphone: 'Your microphone is used by another program. Close that one, then Try again.',
  },
  insecure: {
    camera: 'Browsers give a page the camera only over HTTPS. Ask the host for the secure address.',
    microphone: 'Browsers give a page the microphone only over HTTPS. Ask the host for the secure address.',
  },
  unsupported: {
    camera: 'This browser cannot use a camera here. Try a current Chrome, Edge, Firefox or Safari.',
    microphone: 'This browser cannot use a microphone here. Try a current Chrome, Edge, Firefox or Safari.',
  },
  unplugged: {
    camera: 'Your camera was unplugged and is off now.',
    microphone: 'Your microphone was unplugged and is off now.',
  },
  gone: {
    camera: 'That camera is not there any more. Another one is used.',
    microphone: 'That microphone is not there any more. Another one is used.',
  },
  silenced: {
    camera: 'Your camera gives no picture: its own switch or your system stops it. Switch it on there.',
    microphone: 'Your microphone gives no sound: its own switch or your system mutes it. Switch it on there.',
  },
  interrupted: {
    camera: 'You were away, so your camera is off. Turn it on when you are ready.',
    microphone: 'You were away, so you are muted. Turn your microphone on when you are ready.',
  },
  failed: {
    camera: 'Your camera did not start. Plug it out and in, then Try again.',
    microphone: 'Your microphone did not start. Plug it out and in, then Try again.',
  },
}

/** Where a browser hides what it may use on a page. */
const allow: Record<BrowserKind, string> = {
  chromium: 'Press the sign before the address, allow camera and microphone, then Try again.',
  firefox: 'Press the crossed-out sign in the address bar, take the block away, then Try again.',
  safari: 'Choose Settings for This Website in the Safari menu, allow camera and microphone, then Try again.',
  other: 'Allow camera and microphone in the browser’s settings for this page, then Try again.',
}

/** Why a background went off by itself. */
const backgroundOff: Record<BackgroundOff, string> = {
  slow: 'This device is too slow for a background, so it is off. Your camera goes on without it.',
  failed: 'That background could not be started, so it is not used.',
}

/** What is wrong with a device, and what helps. */
export const faults = {
  fault,
  allow,
  backgroundOff,
  replaced: (name: string): NoticeWords => [
    'Your microphone was unplugged.',
    name ? `${name} is used now.` : 'Another one is used now.',
  ],
  instead: (name: string) => `${name} can be used instead.`,
  pluggedIn: (name: string): NoticeWords => [`${name} is connected.`, ''],
  useIt: 'Use it',
  noiseReplaced: ['Strong noise reduction did not go on.', 'Standard is used now.'] satisfies NoticeWords,
}

export type FaultsText = typeof faults
