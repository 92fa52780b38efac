import type { Act } from '../../../../protocol/queries.ts'
import type { GivenRole, Permission, RoomMode, Source, StageAccess } from '../../../../protocol/types.ts'
import { formatsOf } from '../../formats.ts'

const { count } = formatsOf('en')

const SOURCE: Record<Source, string> = { microphone: 'microphone', camera: 'camera' }
const ROLE: Record<GivenRole, string> = {
  cohost: 'a co-host',
  moderator: 'a moderator',
  speaker: 'a speaker',
  participant: 'a participant',
}
const ACCESS: Record<StageAccess, string> = {
  everyone: 'Everyone on stage',
  request: 'Join by request',
  invite: 'Invite only',
}

const MODE: Record<RoomMode, string> = { interactive: 'Interactive', webinar: 'Webinar' }

/** One line of what was done to whom, in English. */
function lineOf({ by, about, event }: Act): string {
  switch (event.type) {
    case 'invited':
      return `${by} invited ${about} ${event.hold ? 'to come backstage' : 'to the stage'}`
    case 'cameOnStage':
      return `${by} brought ${about} on stage`
    case 'invitationClosed':
      return `${by} took the invitation of ${about} back`
    case 'handLowered':
      return event.why === 'declined' ? `${by} declined the request of ${about}` : `${by} lowered the hand of ${about}`
    case 'microphoneTurned':
      return `${by} muted ${about}`
    case 'cameraTurned':
      return `${by} turned the camera of ${about} off`
    case 'leftStage':
      return `${by} removed ${about} from the stage`
    case 'shareEnded':
      return event.why === 'taken'
        ? `${by} shared the screen instead of ${about}`
        : `${by} stopped the share of ${about}`
    case 'lockSet':
      return `${by} ${event.lock === 'locked' ? 'locked' : 'unlocked'} the ${SOURCE[event.source]} of ${about}`
    case 'allLockSet':
      return `${by} ${event.on ? 'locked' : 'unlocked'} all ${SOURCE[event.source]}s`
    case 'askedToUnmute':
      return `${by} asked ${about} to unmute`
    case 'removed':
      return `${by} removed ${about} from the room${event.lasting ? ' until lifted' : ''}`
    case 'removalLifted':
      return `${by} let ${about} back in`
    case 'roleSet':
      return `${by} made ${about} ${ROLE[event.role]}`
    case 'chatModeratorSet':
      return `${by} ${event.on ? `made ${about} a chat moderator` : `took chat moderation from ${about}`}`
    case 'permissionsSet':
      return `${by} edited the permissions of ${about}`
    case 'handMoved':
      return `${by} moved the hand of ${about}`
    case 'handsCleared':
      return `${by} lowered all hands`
    case 'modeSet':
      return `${by} set the room mode to ${MODE[event.mode]}`
    case 'stageSizeSet':
      return `${by} set the stage size to ${event.size}`
    case 'mainCameraSet':
      return event.on ? `${by} set ${about} as the main camera` : `${by} took the main camera from ${about}`
    case 'reactionsSet':
      return `${by} turned reactions ${event.on ? 'on' : 'off'}`
    case 'roomLocked':
      return `${by} ${event.on ? 'locked' : 'unlocked'} the room`
    case 'admitted':
      return `${by} let ${about} in`
    case 'entryDeclined':
      return `${by} did not let ${about} in`
    case 'messageDeleted':
      return `${by} deleted a message${about && ` of ${about}`}`
    case 'messagePinned':
      return `${by} pinned a message${about && ` of ${about}`}`
    case 'messageUnpinned':
      return `${by} unpinned the message`
    case 'chatBlocked':
      return `${by} blocked ${about} from the chat`
    case 'chatUnblocked':
      return `${by} let ${about} back into the chat`
    case 'chatCleared':
      return `${by} cleared the chat`
    case 'chatPaused':
      return `${by} ${event.on ? 'paused the chat' : 'opened the chat again'}`
    case 'slowModeSet':
      return event.seconds === 0 ? `${by} ended slow mode` : `${by} set slow mode to ${event.seconds} seconds`
    case 'privateChatSet':
      return `${by} turned private messages ${event.on ? 'on' : 'off'}`
    case 'accessSet':
      return `${by} set stage access to ${ACCESS[event.access]}`
    default:
      return by
  }
}

/** What a permission is called. */
const permission: Record<Permission, string> = {
  shareScreen: 'Share screen',
  presentContent: 'Present content',
  chat: 'Chat',
  react: 'Reactions',
  raiseHand: 'Raise hand',
  joinStage: 'Join stage',
  seeParticipants: 'See participants',
}

/** What a person's menu says. */
const personAct = {
  invite: 'Invite to stage',
  holdBackstage: 'Hold backstage',
  bringOn: 'Bring on now',
  revokeInvitation: 'Revoke invite to stage',
  askToUnmute: 'Ask to unmute',
  mute: 'Mute',
  lockMicrophone: 'Lock microphone',
  unlockMicrophone: 'Unlock microphone',
  turnOffCamera: 'Turn off camera',
  lockCamera: 'Lock camera',
  unlockCamera: 'Unlock camera',
  stopShare: 'Stop screen sharing',
  moveToFront: 'Move to the front',
  moveUp: 'Move up',
  moveDown: 'Move down',
  lowerHand: 'Lower hand',
  setCohost: 'Set as co-host',
  setModerator: 'Set as moderator',
  setSpeaker: 'Set as speaker',
  setParticipant: 'Set as participant',
  setChatModerator: 'Set as chat moderator',
  unsetChatModerator: 'End chat moderation',
  editPermissions: 'Edit permissions',
  removeFromStage: 'Remove from stage',
  removeFromRoom: 'Remove from room',
}

/** What reaches everybody at once. */
const allOf: Record<Source, { off: string; lock: string; unlock: string }> = {
  microphone: {
    off: 'Mute all microphones',
    lock: 'Mute and lock all microphones',
    unlock: 'Unlock all microphones',
  },
  camera: { off: 'Turn off all cameras', lock: 'Turn off and lock all cameras', unlock: 'Unlock all cameras' },
}

/** What only those who run the room see. */
export const acts = {
  act: lineOf,
  permission,
  personAct,
  allOf,

  clearHands: 'Clear raised hands',
  optionsAll: 'Options for all participants',
  permissionsOf: (name: string) => `Permissions of ${name}`,
  lockRoom: 'Lock room',
  unlockRoom: 'Unlock room',
  lockSure: 'Lock the room?',
  lockHelp: 'Whoever comes from now on waits until you let them in. Those inside stay.',
  waitingCount: (n: number) => `${count(n, { one: '# person is', other: '# people are' })} waiting`,
  nobodyWaits: 'Nobody is waiting any more',
  nobodyWaitsHelp: 'Newcomers wait here while the room is locked.',
  removeSure: (name: string) => `Remove ${name} from the room?`,
  removeHelp: 'For this session, or until somebody who runs the room lets them back in.',
  removeForSession: 'Remove for this session',
  removeLasting: 'Remove until lifted',
  removedPeople: 'Removed people',
  removedBy: (who: string, lasting: boolean) =>
    `by ${who || 'a moderator'}, ${lasting ? 'until lifted' : 'for this session'}`,
  letBackIn: 'Let back in',
  nobodyRemoved: 'Nobody is removed from this room.',
  nobodyRemovedHelp: 'Whoever is removed stands here, and can be let back in.',
  actLog: 'What was done',
  feedback: 'Feedback',
  noActs: 'Nobody has done anything to anybody yet.',
  noActsHelp: 'What those who run the room do to others is kept here.',
  isBackstage: (name: string) => `${name} is backstage`,
  seenByModerators: 'Seen and heard by moderators only.',
  bringOn: 'Bring on now',
  listen: (name: string) => `Listen to ${name}`,
  stopListening: (name: string) => `Stop listening to ${name}`,
  quality: { good: 'Connection good', weak: 'Connection weak', lost: 'Connection lost' },
  stageSize: 'Stage size',
  stageSizeHelp: (most: number) => `How many people the stage holds, from 1 to ${most}.`,
  endSure: 'End the session for everyone?',
  endHelp: (n: number) =>
    `${count(n, { one: '# person is', other: '# people are' })} in the session. It ends for all of them at once.`,
}

export type ActsText = typeof acts
