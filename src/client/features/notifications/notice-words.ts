import { numberOf } from '../../../rules/entry/likeness.ts'
import type { DeviceNotice, Notice } from '../../call/call-state.ts'
import { graphemesOf } from '../../i18n/graphemes.ts'
import { wholeMinutes } from '../../i18n/lengths.ts'
import type { Messages, NoticeWords } from '../../i18n/messages.ts'
import { marked } from '../people/index.ts'
import { peopleList } from './people-list.ts'

// A longer name would leave no room for the rest; the list shows all of it.
const NAME_MAX = 40

/** The words of a notice about a device, which are loaded separately. */
export type DeviceWords = (notice: DeviceNotice) => NoticeWords

/** The words of one notice, or of several of a kind together: what happened, and what one can do. */
export function noticeWords(
  [first, ...more]: readonly [Notice, ...Notice[]],
  t: Messages['core'],
  words: Messages['notifications'],
  deviceWords: DeviceWords,
): NoticeWords {
  const notice = 'by' in first ? { ...first, by: shortened(first.by) } : first
  const all = [first, ...more].flatMap((each) => ('name' in each ? named(each, t) : []))
  switch (notice.kind) {
    case 'refused':
      return ['', t.refusal[notice.refusal]]
    case 'device-fault':
    case 'background-off':
    case 'noise-replaced':
    case 'microphone-replaced':
    case 'plugged-in':
      return deviceWords(notice)
    case 'away':
      return words.away
    case 'was-away':
      return [words.wasAway({ minutes: wholeMinutes(notice.away) }), wentDown(notice, words)]
    case 'off-stage-foul':
      return words.unexpectedTrack
    case 'made-room':
      return words.madeRoom
    case 'muted-voice':
      return words.mutedVoice
    case 'muted':
      return words.muted({ who: notice.by })
    case 'camera-off':
      return words.cameraOff({ who: notice.by })
    case 'removed-from-stage':
      return words.removedFromStage({ who: notice.by })
    case 'hand-lowered':
      return words.handLowered({ who: notice.by })
    case 'hand-moved':
      return words.handMoved({ who: notice.by })
    case 'hands-cleared':
      return words.handsCleared({ who: notice.by })
    case 'request-declined':
      return words.requestDeclined({ who: notice.by })
    case 'invitation-revoked':
      return words.invitationRevoked({ who: notice.by })
    case 'invited':
      return words.invited({ who: notice.by })
    case 'brought-on':
      return words.broughtOn({ who: notice.by })
    case 'asked-to-unmute':
      return words.askedToUnmute({ who: notice.by })
    case 'permissions-set':
      return words.permissionsSet({ who: notice.by })
    case 'role-set':
      return words.roleSet[notice.role]({ who: notice.by })
    case 'chat-moderator':
      return (notice.on ? words.madeChatModerator : words.chatModerationEnded)({ who: notice.by })
    case 'share-taken':
      return [words.shareTaken({ who: notice.by }), '']
    case 'share-stopped':
      return [words.shareStopped({ who: notice.by }), '']
    case 'content-taken':
      return [words.contentTaken({ who: notice.by }), '']
    case 'content-stopped':
      return [words.contentStopped({ who: notice.by }), '']
    case 'content-gone':
      return [words.contentGone, '']
    case 'time-over':
      return words.timeOver
    case 'share-failed':
      return words.shareFailed
    case 'locked':
    case 'unlocked':
      return words[notice.kind][notice.source]({ who: notice.by })
    case 'asks-to-join':
      return [words.asksToJoin(peopleList(all)), '']
    case 'raised-hand':
      return [words.raisedHand(peopleList(all)), '']
    case 'invitation-declined':
      return [words.invitationDeclined(peopleList(all)), '']
    case 'waits':
      return [words.waits(peopleList(all)), words.roomIsLocked]
  }
}

/** What was lost while one was disconnected. */
function wentDown(
  { hand, stage }: { hand: boolean; stage: boolean },
  { lostWhileAway: words }: Messages['notifications'],
): string {
  if (hand && stage) return words.both
  if (hand) return words.hand
  return stage ? words.stage : ''
}

/** [NAME-5] A person who could be taken for a moderator is marked here too. */
function named({ name, isAlike }: { name: string; isAlike?: true }, t: Messages['core']): string {
  return isAlike ? marked(shortened(name), t) : shortened(name)
}

function shortened(name: string): string {
  const signs = graphemesOf(name)
  // The number that tells people of one name apart stays. [NAME-4]
  return signs.length > NAME_MAX ? `${signs.slice(0, NAME_MAX).join('')}…${numberOf(name)}` : name
}
