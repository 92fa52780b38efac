import { numberOf } from '../../../rules/entry/likeness.ts'
import type { DeviceTelling, Notice } from '../../call/call-state.ts'
import { graphemesOf } from '../../i18n/graphemes.ts'
import { type NoticesText, type NoticeWords, type Text } from '../../i18n/messages.ts'
import { marked } from '../participants/use-name-mark.ts'

// A longer name would leave no room for what its owner wants; the list has the whole of it.
const NAME_MAX = 40

/** What is said about a device, in words that come by themselves. */
export type DeviceWords = (telling: DeviceTelling) => NoticeWords

/** What one notice says, or several of a kind as one: what happened, and what one can do. */
export function noticeWords(
  [first, ...more]: readonly [Notice, ...Notice[]],
  t: Text,
  words: NoticesText,
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
      return words.wasAway(notice.away, notice)
    case 'off-stage-foul':
      return words.foul
    case 'made-room':
      return words.madeRoom
    case 'muted-voice':
      return words.mutedVoice
    case 'muted':
      return words.muted(notice.by)
    case 'camera-off':
      return words.cameraOff(notice.by)
    case 'removed-from-stage':
      return words.removedFromStage(notice.by)
    case 'hand-lowered':
      return words.handLowered(notice.by)
    case 'hand-moved':
      return words.handMoved(notice.by)
    case 'hands-cleared':
      return words.handsCleared(notice.by)
    case 'request-declined':
      return words.requestDeclined(notice.by)
    case 'invitation-revoked':
      return words.invitationRevoked(notice.by)
    case 'invited':
      return words.invited(notice.by)
    case 'brought-on':
      return words.broughtOn(notice.by)
    case 'asked-to-unmute':
      return words.askedToUnmute(notice.by)
    case 'permissions-set':
      return words.permissionsSet(notice.by)
    case 'role-set':
      return words.roleSet(notice.by, notice.role)
    case 'chat-moderator':
      return words.chatModerator(notice.by, notice.on)
    case 'share-taken':
      return [words.shareTaken(notice.by), '']
    case 'share-stopped':
      return [words.shareStopped(notice.by), '']
    case 'share-failed':
      return words.shareFailed
    case 'locked':
    case 'unlocked':
      return words[notice.kind](notice.by, notice.source)
    case 'asks-to-join':
      return [words.asksToJoin(all), '']
    case 'raised-hand':
      return [words.raisedHand(all), '']
    case 'invitation-declined':
      return [words.invitationDeclined(all), '']
    case 'waits':
      return [words.waits(all), words.roomIsLocked]
  }
}

/** [NAME-5] Who could be taken for a moderator is marked here as well. */
function named({ name, isAlike }: { name: string; isAlike?: true }, t: Text): string {
  return isAlike ? marked(shortened(name), t) : shortened(name)
}

function shortened(name: string): string {
  const signs = graphemesOf(name)
  // What tells two of one name apart stays. [NAME-4]
  return signs.length > NAME_MAX ? `${signs.slice(0, NAME_MAX).join('')}…${numberOf(name)}` : name
}
