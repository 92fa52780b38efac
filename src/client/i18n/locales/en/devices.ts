import type { LinkVerdict } from '../../../call/media/link.ts'

const by = (who: string) => who || 'A moderator'

/** The verdict on the connection, and what follows from it. */
function link(verdict: LinkVerdict): [string, string] {
  if (verdict.is === 'checking') return ['Checking the connection…', '']
  if (verdict.is === 'sound-only')
    return ['Connection weak.', 'Join with your camera off: sound alone will reach everyone.']
  if (verdict.is === 'good')
    return [
      'Connection good.',
      verdict.over === 'udp'
        ? 'Picture and sound will reach everyone.'
        : 'Your network blocks UDP, so picture and sound go over TCP and may lag a little.',
    ]
  return ['No connection.', NONE[verdict.why]]
}

const NONE: Record<Extract<LinkVerdict, { is: 'none' }>['why'], string> = {
  signalling: 'The server for sound and picture does not answer. It is tried again by itself.',
  udp: 'UDP does not get through to the server, and it offers no TCP. Try another network, or tell the host.',
  tcp: 'TCP does not get through to the server, and it offers no UDP. Try another network, or tell the host.',
  both: 'Neither UDP nor TCP gets through to the server. Try another network, without a VPN, or tell the host.',
}

/** What comes with *Set devices*. */
export const devices = {
  link,
  notKept: 'This browser keeps nothing for this page: what you choose is forgotten when you close it.',

  microphone: 'Microphone',
  speaker: 'Speaker',
  noDevice: 'None',
  systemDefault: 'System default',
  noise: 'Noise reduction',
  appearance: 'Appearance',
  appearanceKind: { system: 'As the system', light: 'Light', dark: 'Dark' },
  noiseKind: { off: 'Off', standard: 'Standard', strong: 'Strong' },
  testSpeaker: 'Test speaker',
  playing: 'Playing',
  device: (n: number) => `Device ${n}`,
  level: 'Microphone level',
  opening: 'The browser asks for your camera and microphone.',
  cameraIsOff: 'Your camera is off',
  beforePreview:
    'Join Stage opens your camera and microphone first, for you alone. Nobody sees or hears you before you press it again.',
  previewHelp: 'Nobody sees or hears you before you press Join Stage.',
  getReady: 'Get ready to join the stage',
  devicesLater: 'Your camera and microphone are set when you join the stage. Nothing is open now.',
  invited: 'You are invited to the stage',
  invitedHeld: (who: string) =>
    `${by(who)} wants you ready backstage. Moderators see and hear you there, and bring you on when it is your turn.`,
  invitedBy: (who: string) => `${by(who)} asks you to speak. You still hear the room while you get ready.`,
  joinStageInvited: 'Join Stage',
  declineInvitation: 'Decline Invitation',
}

export type DevicesText = typeof devices
