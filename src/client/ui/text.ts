import type { Refusal } from '../../protocol/refusals.ts'
import type { GivenRole, Role, RoomMode, Source, StageAccess } from '../../protocol/words.ts'
import type { DeviceFault } from '../live/device-state.ts'
import { allOf, lineOf, permission, personAct } from './text-acts.ts'

const plural = new Intl.PluralRules('en')
const ordinal = new Intl.PluralRules('en', { type: 'ordinal' })
const number = new Intl.NumberFormat('en')

/** 1st, 2nd, 3rd, 4th. */
function nth(n: number): string {
  const endings: Record<string, string> = { one: 'st', two: 'nd', few: 'rd' }
  return `${number.format(n)}${endings[ordinal.select(n)] ?? 'th'}`
}

function count(n: number, one: string, other: string): string {
  return `${number.format(n)} ${plural.select(n) === 'one' ? one : other}`
}

const role: Record<Role, string> = {
  host: 'Host',
  cohost: 'Co-host',
  moderator: 'Moderator',
  speaker: 'Speaker',
  participant: '',
}
const becomes: Record<GivenRole, string> = {
  cohost: 'made you a co-host. You run the room too.',
  moderator: 'made you a moderator. You run the room too.',
  speaker: 'made you a speaker. You can always join the stage.',
  participant: 'made you a participant.',
}
const clock = new Intl.DateTimeFormat('en', { timeStyle: 'short' })
const mode: Record<RoomMode, { name: string; means: string }> = {
  interactive: { name: 'Interactive', means: 'Everyone may come on stage, 25 at a time.' },
  webinar: { name: 'Webinar', means: 'You call people up, 10 at a time.' },
}
const access: Record<StageAccess, { name: string; means: string }> = {
  everyone: { name: 'Everyone on stage', means: 'Whoever wants to comes on stage, without asking.' },
  request: { name: 'Join by request', means: 'Viewers ask, and you bring them on stage or decline.' },
  invite: { name: 'Invite only', means: 'Only those you invite come on stage. Hands can still be raised.' },
}

const refusal: Record<Refusal, string> = {
  'not-allowed': 'Your role does not allow this.',
  'not-permitted': 'A moderator has not permitted you this.',
  'microphone-locked': 'The microphone is locked. A moderator can unlock it.',
  'camera-locked': 'The camera is locked. A moderator can unlock it.',
  removed: 'You were removed from this room.',
  'not-in-room': 'You are not in the session any more.',
  'no-such-person': 'This person is not in the session any more.',
  'session-ended': 'This session has ended.',
  'not-started': 'This session has not started yet.',
  'not-on-stage': 'That is only for people on stage.',
  'not-a-viewer': 'This person is on stage already.',
  'stage-full': 'The stage is full, and nobody can make room just now. Your hand is up, before all others.',
  'ask-later': 'Your request was declined a moment ago. You can ask again in half a minute.',
  'reason-long': 'A reason has at most 120 characters.',
  held: 'You are in the wings. A moderator brings you on.',
  'not-in-wings': 'This person is not in the wings any more.',
  'ask-first': 'The stage opens by request now. Ask to join, and a moderator answers.',
  'invite-only': 'Only people who are invited come on stage now. You can raise your hand.',
  'no-need-to-ask': 'You need not ask. You can join the stage yourself.',
  'too-fast': 'That was too fast. Wait a moment and try again.',
  'name-empty': 'Type a name, so that others know who you are.',
  'name-long': 'A name has at most 100 characters.',
  'link-unknown': 'This link does not work, or not any more.',
  'room-unknown': 'There is no room at this address.',
  'no-entry': 'You need an invite link to come in.',
  'media-away': 'Sound and picture are not available just now.',
  'disk-full': 'The server’s disk is full, so nothing was changed.',
  'bad-request': 'The server did not understand this. Load the page again.',
}

const fault: Record<DeviceFault, { camera: string; microphone: string }> = {
  refused: {
    camera: 'The browser may not use your camera. Press the camera in the address bar, allow it, then Try again.',
    microphone: 'The browser may not use your microphone. Press the lock in the address bar, allow it, then Try again.',
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
  failed: {
    camera: 'Your camera did not start. Plug it out and in, then Try again.',
    microphone: 'Your microphone did not start. Plug it out and in, then Try again.',
  },
}

const minutes = (ms: number) => count(Math.max(1, Math.round(ms / 60_000)), 'minute', 'minutes')
const by = (who: string) => who || 'A moderator'

/** Every sentence of the interface, in English. */
export const english = {
  rostrum: 'Rostrum',
  role,
  mode,
  access,
  refusal,
  fault,
  nth,
  askWhom: (host: string) => (host ? `Ask ${host}, the host of this room.` : 'Ask whoever sent you here.'),
  tryAgain: 'Try again',
  close: 'Close',
  cancel: 'Cancel',
  you: 'You',

  lead: 'A room with a stage and an audience. Open one now, hand on a link, and decide who gets the floor.',
  roomName: 'Room name',
  yourName: 'Your name',
  roomMode: 'Room mode',
  createRoom: 'Create room',
  whoCreates: 'Whoever creates a room is its host. No account needed.',
  unreachable: 'The server cannot be reached. Check your connection and try again.',

  joinNow: 'Join now',
  invitePeople: 'Invite people',
  inviteHelp: 'Whoever has a link may come in with its role.',
  links: {
    viewer: { name: 'Viewer link', means: 'see and hear, raise a hand' },
    speaker: { name: 'Speaker link', means: 'may always join the stage' },
    moderator: { name: 'Moderator link', means: 'runs the room with you' },
  },
  copy: 'Copy',
  copied: 'Copied',
  live: (elapsed: string) => `Live · ${elapsed}`,
  watching: (n: number) => `${number.format(n)} watching`,
  stageAndHands: (stage: number, size: number, hands: number) =>
    `${number.format(stage)} of ${number.format(size)} on stage, ${count(hands, 'raised hand', 'raised hands')}`,
  notLive: 'Not live yet. It starts when the first person joins.',
  needLink: (host: string) => `You need an invite link to come in. Ask ${host}, the host of this room.`,
  nothingHere: 'Nothing is here',
  nothingHereHelp: 'This address leads nowhere. Check it, or ask whoever sent it to you.',
  noRoomHelp: 'There is no room at this address. Ask whoever sent it to you.',
  linkBroken: 'This link does not work',
  linkBrokenHelp: (host?: string) =>
    host ? `Ask ${host} for a new one.` : 'Ask whoever sent it to you for a new one.',
  home: 'To the start page',
  continue: 'Continue',
  welcomeTo: 'You are invited to',
  entryHelp: 'Your name is shown to the others in the room.',

  loading: 'Opening the room…',
  setDevices: 'Set devices',
  joinAs: (room: string) => `${room}. You join as `,
  joinAsViewer: 'Join as viewer',
  joinStage: 'Join stage',
  asViewer: 'As a viewer',
  asViewerMeans: 'You see and hear the stage. Nobody sees or hears you.',
  onStageTitle: 'On stage',
  onStageMeans: 'Everyone sees and hears you. First you check your camera and microphone.',
  doorHelp: 'Nobody sees or hears you until you press Join stage again.',
  doorHelpViewer: 'Join as viewer needs neither camera nor microphone.',
  camera: 'Camera',
  microphone: 'Microphone',
  microphoneShort: 'Mic',
  speaker: 'Speaker',
  noDevice: 'None',
  noise: 'Noise reduction',
  noiseKind: { off: 'Off', standard: 'Standard', strong: 'Strong' },
  testSpeaker: 'Test speaker',
  playing: 'Playing',
  device: (n: number) => `Device ${n}`,
  level: 'Microphone level',
  opening: 'The browser asks for your camera and microphone.',
  cameraIsOff: 'Your camera is off',
  previewHelp: 'Nobody sees or hears you before you press Join Stage.',
  getReady: 'Get ready to join the stage',
  devicesLater: 'Your camera and microphone are set when you join the stage. Nothing is open now.',

  stage: 'Stage',
  controls: 'Room controls',
  panel: 'Chat and collaboration',
  tile: (name: string, mic: string, camera: string) => `${name}, microphone ${mic}, camera ${camera}`,
  mic: { on: 'on', off: 'off', speaking: 'speaking' },
  reconnectingTile: 'Reconnecting…',
  emptyStage: 'Nobody is on stage yet',
  emptyStageHelp: 'You hear and see whoever comes on. You need not do anything.',
  emptyStageRunner: 'Join the stage yourself, or invite somebody from the list.',
  viewers: (n: number) => count(n, 'viewer', 'viewers'),
  askToJoin: 'Ask to join stage',
  cancelRequest: 'Cancel request',
  raiseHand: 'Raise hand',
  lowerHand: 'Lower hand',
  settings: 'Settings',
  leave: 'Leave',
  leaveStage: 'Leave stage',
  turnMic: (on: boolean) => (on ? 'Turn microphone off' : 'Turn microphone on'),
  turnCamera: (on: boolean) => (on ? 'Turn camera off' : 'Turn camera on'),
  participants: 'Participants',
  participantsShort: 'People',
  closePanel: 'Close panel',
  openPanel: 'Open panel',
  startSound: 'Start sound',

  place: {
    wings: ['You are in the wings', 'Moderators can see and hear you, nobody else'],
    watching: ['You are watching', 'Nobody can see or hear you'],
    onStage: ['You are on stage', 'Everyone can see and hear you'],
    onStageMuted: ['You are on stage', 'Everyone can see you. You are muted'],
    onStageHeard: ['You are on stage', 'Everyone can hear you. Your camera is off'],
    onStageQuiet: ['You are on stage', 'You are muted and your camera is off'],
    hand: ['Your hand is up', ''],
  } satisfies Record<string, [string, string]>,
  youAreNth: (n: number, wait: number | null) => `You are ${nth(n)}${wait === null ? '' : `, about ${minutes(wait)}`}`,
  giveReason: 'Give a reason',
  changeReason: 'Change the reason',
  reasonTitle: 'What do you want to say?',
  reason: 'Reason',
  reasonHelp: 'Those who run the room read it beside your name. 120 characters at most.',
  save: 'Save',
  handMoved: (who: string, whose: string) => `${by(who)} moved ${whose}`,
  clearHands: 'Clear raised hands',
  stageSize: 'Stage size',
  stageSizeHelp: (most: number) => `How many people the stage holds, from 1 to ${most}.`,

  searchParticipants: 'Search participants',
  allParticipants: 'All participants',
  raisedHands: 'Raised hands',
  onStage: 'On stage',
  viewersGroup: 'Viewers',
  wings: 'In the wings',
  tileInWings: (name: string, mic: string) => `${name}, in the wings, microphone ${mic}`,
  bringOn: 'Bring on now',
  listen: (name: string) => `Listen to ${name}`,
  stopListening: (name: string) => `Stop listening to ${name}`,
  quality: { good: 'Connection good', weak: 'Connection weak', lost: 'Connection lost' },
  leaveWings: 'Leave the wings',
  leaveWingsShort: 'Leave',
  more: (n: number) => `and ${number.format(n)} more`,
  seeMore: 'See more',
  nobodyFound: 'Nobody of this name is here.',
  options: (name: string) => `Options for ${name}`,
  optionsAll: 'Options for all participants',
  bringToStage: 'Bring to stage',
  decline: 'Decline',
  personAct,
  allOf,
  permission,
  permissionsOf: (name: string) => `Permissions of ${name}`,
  chatModerator: 'Chat moderator',
  customPermissions: 'Custom permissions',
  micLocked: 'Microphone locked',
  cameraLocked: 'Camera locked',
  locked: 'Locked',
  lockRoom: 'Lock room',
  unlockRoom: 'Unlock room',
  roomLocked: 'Room locked',
  lockSure: 'Lock the room?',
  lockHelp: 'Whoever comes from now on waits until you let them in. Those inside stay.',
  doorLocked: 'This room is locked: you wait until somebody lets you in.',
  waiting: 'You are in the waiting room',
  waitingHelp: (place: number | null) =>
    `${place === null ? '' : `You are ${nth(place)}. `}Somebody who runs the room lets you in. You need not do anything.`,
  stopWaiting: 'Stop waiting',
  waitingGroup: 'Waiting',
  waitingCount: (n: number) => `${count(n, 'person is', 'people are')} waiting`,
  waits: (who: string) => `${who} is waiting to come in`,
  admit: 'Admit',
  admitAll: 'Admit all',
  seeAll: 'See all',
  notLetIn: 'You were not let in',
  askAgain: 'Ask again',
  endsSoon: (at: number) => `No host or moderator is here. The session ends at ${clock.format(at)}, unless one comes.`,
  endedUnattended: 'No host or moderator was here any more.',
  removeSure: (name: string) => `Remove ${name} from the room?`,
  removeHelp: 'For this session, or until somebody who runs the room lets them back in.',
  removeForSession: 'Remove for this session',
  removeLasting: 'Remove until lifted',
  removedPeople: 'Removed people',
  removedBy: (who: string, lasting: boolean) => `by ${by(who)}, ${lasting ? 'until lifted' : 'for this session'}`,
  letBackIn: 'Let back in',
  nobodyRemoved: 'Nobody is removed from this room.',
  removedYou: 'You were removed from this room',
  actLog: 'What was done',
  act: lineOf,
  noActs: 'Nobody has done anything to anybody yet.',
  clock: (at: number) => clock.format(at),
  wantsToJoin: 'Asks to join the stage',
  isInvited: 'Invited to the stage',
  stageAccess: 'Stage access',
  ofStage: (on: number, size: number) => `${number.format(on)} of ${number.format(size)}`,

  invited: 'You are invited to the stage',
  invitedHeld: (who: string) =>
    `${by(who)} wants you ready in the wings. Moderators see and hear you there, and bring you on when it is your turn.`,
  invitedBy: (who: string) => `${by(who)} asks you to speak. You still hear the room while you get ready.`,
  joinStageInvited: 'Join Stage',
  declineInvitation: 'Decline Invitation',

  leaveSession: 'Leave session',
  endSession: 'End session for everyone',
  endSure: 'End the session for everyone?',
  endHelp: (n: number) => `${count(n, 'person is', 'people are')} in the session. It ends for all of them at once.`,
  rejoin: 'Rejoin the session',
  youLeft: 'You have left the session',
  youLeftHelp: 'It goes on without you. You can come back as a viewer.',
  ended: 'This session has ended',
  endedRunner: 'Rejoin the session to start the next one.',
  endedOther: (host: string) => `${host}, the host of this room, or a moderator can start the next one.`,
  replaced: 'You opened this room in another window',
  replacedHelp: 'You are in the room there. Here you see and hear nothing.',
  useHere: 'Use it here',
  outdated: 'Rostrum has been updated',
  outdatedHelp: 'Load the page again to go on. Your place is kept.',
  notLoaded: 'This part of the page could not be loaded. What runs goes on.',
  reload: 'Load again',
  cannotEnter: 'You cannot come in here',

  reconnecting: 'Reconnecting… A muted microphone stays muted.',
  mediaAway: 'Sound and picture are away for a moment. They come back by themselves.',
  dismiss: 'Dismiss',
  notices: 'Notices',
  notice: {
    muted: (who: string) => `${by(who)} muted you. You can turn your microphone on again.`,
    'camera-off': (who: string) => `${by(who)} turned your camera off. You can turn it on again.`,
    'removed-from-stage': (who: string) => `${by(who)} removed you from the stage. You are a viewer now.`,
    'hand-lowered': (who: string) => `${by(who)} lowered your hand.`,
    'request-declined': (who: string) => `${by(who)} declined your request. You can ask again in half a minute.`,
    'invitation-revoked': (who: string) => `${by(who)} took the invitation to the stage back.`,
    'off-stage-foul': 'You are off the stage, because your browser sent something that the room does not allow.',
    'brought-on': (who: string) => `${by(who)} brought you on stage. Everyone can see and hear what is on.`,
    'made-room': 'The stage was full, and you were silent longest: you are a viewer now. You can come back.',
    'hand-moved': (who: string) => `${by(who)} moved your hand to another place.`,
    'hands-cleared': (who: string) => `${by(who)} lowered all hands.`,
    'asked-to-unmute': (who: string) => `${by(who)} asks you to unmute.`,
    'permissions-set': (who: string) => `${by(who)} changed what you may do here.`,
    'role-set': (who: string, to: GivenRole) => `${by(who)} ${becomes[to]}`,
    locked: (who: string, source: Source) => `${by(who)} locked your ${source}. It stays off until it is unlocked.`,
    unlocked: (who: string, source: Source) => `${by(who)} unlocked your ${source}. You can turn it on.`,
    'asks-to-join': (who: string) => `${who} asks to join the stage`,
    'raised-hand': (who: string) => `${who} raised a hand`,
    'invitation-declined': (who: string) => `${who} declined the invitation.`,
  },
}

export type Text = typeof english

/** The catalogue of the language that is shown. */
export function useText(): Text {
  return english
}
