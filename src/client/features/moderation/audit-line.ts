import type { Act } from '../../../protocol/queries.ts'
import type { Messages } from '../../i18n/messages.ts'

const turned = (on: boolean) => (on ? 'on' : 'off')

/** One line of the audit log. [REMOVE-4] */
export function auditLine({ by, about, event }: Act, { act: words }: Messages['moderation']): string {
  const names = { by, about }
  switch (event.type) {
    case 'invited':
      return words.invited[event.hold ? 'backstage' : 'stage'](names)
    case 'handLowered':
      return (event.why === 'declined' ? words.requestDeclined : words.handLowered)(names)
    case 'contentEnded':
      return (event.why === 'taken' ? words.contentTaken : words.contentEnded)(names)
    case 'shareEnded':
      return (event.why === 'taken' ? words.shareTaken : words.shareEnded)(names)
    case 'lockSet':
      return words[event.lock === 'locked' ? 'locked' : 'unlocked'][event.source](names)
    case 'allLockSet':
      return words[event.on ? 'allLocked' : 'allUnlocked'][event.source]({ by })
    case 'removed':
      return words.removed[event.lasting ? 'lasting' : 'session'](names)
    case 'roleSet':
      return words.roleSet[event.role](names)
    case 'chatModeratorSet':
    case 'mainCameraSet':
      return words[event.type][turned(event.on)](names)
    case 'reactionsSet':
    case 'handsSet':
    case 'roomLocked':
    case 'chatPaused':
    case 'privateChatSet':
      return words[event.type][turned(event.on)]({ by })
    case 'modeSet':
      return words.modeSet[event.mode]({ by })
    case 'accessSet':
      return words.accessSet[event.access]({ by })
    case 'stageSizeSet':
      return words.stageSizeSet({ by, size: event.size })
    case 'slowModeSet':
      return event.seconds === 0 ? words.slowModeEnded({ by }) : words.slowModeSet({ by, seconds: event.seconds })
    case 'handsCleared':
    case 'messageUnpinned':
    case 'chatCleared':
      return words[event.type]({ by })
    case 'cameOnStage':
    case 'invitationClosed':
    case 'microphoneTurned':
    case 'cameraTurned':
    case 'leftStage':
    case 'askedToUnmute':
    case 'removalLifted':
    case 'permissionsSet':
    case 'handMoved':
    case 'admitted':
    case 'entryDeclined':
    case 'messageDeleted':
    case 'messagePinned':
    case 'chatBlocked':
    case 'chatUnblocked':
      return words[event.type](names)
    default:
      return by
  }
}
