import type { Event } from '../../../protocol/events.ts'
import type { Millis, PersonId } from '../../../protocol/types.ts'
import type { Session } from '../../../rules/session/session.ts'
import type { NoticeBody, Notice, ListedNotice } from '../call-state.ts'
import { questionsIn } from './event-notifications.ts'

// Nobody reads more toasts, or a longer list; the oldest are dropped.
const NOTICES_MAX = 20
const LIST_MAX = 100

/** The open notices, and all so far. */
type NoticeLists = { notices: readonly Notice[]; notificationList: readonly ListedNotice[] }

/** Adds a notice to both. A second one of the same cause replaces the toast; the list keeps both. */
export function withNotice({ notices, notificationList }: NoticeLists, body: NoticeBody, at: Millis): NoticeLists {
  const notice: Notice = { ...body, id: (notificationList.at(-1)?.id ?? 0) + 1, at }
  const isOpenElsewhere = body.kind === 'invited' || isSaidAlready(notices, body)
  const ends = endedBy(body)
  const others = notices.filter((each) => !ends.has(causeOf(each)))
  return {
    notices: isOpenElsewhere ? notices : [...others, notice].slice(-NOTICES_MAX),
    notificationList: [...notificationList, { ...notice, isRead: isOpenElsewhere }].slice(-LIST_MAX),
  }
}

/** Somebody who is asked to unmute, or has just read who muted them, knows that they are muted. */
function isSaidAlready(notices: readonly Notice[], { kind }: NoticeBody): boolean {
  return kind === 'muted-voice' && notices.some((each) => each.kind === 'asked-to-unmute' || each.kind === 'muted')
}

/** The key of what a notice is about. */
function causeOf(body: NoticeBody): string {
  switch (body.kind) {
    case 'muted':
    case 'muted-voice':
      return 'microphone'
    case 'camera-off':
      return 'camera'
    case 'locked':
    case 'unlocked':
      return body.source
    case 'removed-from-stage':
    case 'made-room':
    case 'off-stage-foul':
    case 'brought-on':
      return 'stage'
    case 'hand-lowered':
    case 'hands-cleared':
    case 'hand-moved':
    case 'request-declined':
      return 'hand'
    case 'share-taken':
    case 'share-stopped':
    case 'share-failed':
    case 'content-taken':
    case 'content-stopped':
    case 'content-gone':
      return 'share'
    case 'asks-to-join':
    case 'raised-hand':
      return `hand ${body.person}`
    case 'waits':
    case 'invitation-declined':
      return `${body.kind} ${body.person}`
    case 'device-fault':
      return `device ${body.source}`
    case 'microphone-replaced':
      return 'device microphone'
    case 'plugged-in':
      return `plugged-in ${body.name}`
    default:
      return body.kind
  }
}

/** The causes that a notice settles: its own, and those that make no sense any more after it. */
function endedBy(body: NoticeBody): ReadonlySet<string> {
  const cause = causeOf(body)
  if (body.kind === 'locked' && body.source === 'microphone') return new Set([cause, 'asked-to-unmute'])
  if (cause === 'stage') return new Set([cause, 'microphone', 'camera', 'asked-to-unmute'])
  return new Set([cause])
}

/** The notices without the questions that an event has answered; `me` is whose notices they are. */
export function withoutAnswered(notices: readonly Notice[], event: Event, me: PersonId): readonly Notice[] {
  if (event.type === 'sessionEnded') return notices.filter((each) => !('person' in each) && !OF_SESSION.has(each.kind))
  // One's own microphone answers it, or leaving the stage.
  if (event.type === 'microphoneTurned' || event.type === 'leftStage')
    return event.person === me ? notices.filter(({ kind }) => !OF_OWN[event.type].has(kind)) : notices
  if (event.type === 'handsCleared')
    return notices.filter((each) => each.kind !== 'asks-to-join' && each.kind !== 'raised-hand')
  return ANSWERS.has(event.type) && 'person' in event && event.type !== 'met'
    ? notices.filter((each) => !('person' in each) || each.person !== event.person)
    : notices
}

/** The list without what bots have done, once their rehearsal is over. [REHEARSE-4] */
export function listAfter(list: readonly ListedNotice[], event: Event): readonly ListedNotice[] {
  if (event.type !== 'rehearsalStopped') return list
  const bots = new Set(event.people)
  return list.filter((each) => !('person' in each) || !bots.has(each.person))
}

const OF_SESSION: ReadonlySet<NoticeBody['kind']> = new Set(['plugged-in', 'time-over'])
const OF_MICROPHONE = ['asked-to-unmute', 'muted-voice'] as const satisfies NoticeBody['kind'][]
const OF_OWN: Record<'microphoneTurned' | 'leftStage', ReadonlySet<NoticeBody['kind']>> = {
  microphoneTurned: new Set(OF_MICROPHONE),
  // Devices only matter on stage.
  leftStage: new Set([...OF_MICROPHONE, 'plugged-in']),
}

const ANSWERS: ReadonlySet<Event['type']> = new Set([
  'handLowered',
  'left',
  'invited',
  'admitted',
  'entryDeclined',
  'stoppedWaiting',
] satisfies Event['type'][])

/** Both after a welcome: questions answered meanwhile are removed, and new ones are added. */
export function afterWelcome({ notices, notificationList }: NoticeLists, session: Session, me: PersonId): NoticeLists {
  const open = questionsIn(session, me)
  const isOpen = (each: Notice) => open.some(({ body }) => causeOf(body) === causeOf(each))
  // Questions that were answered meanwhile are not shown any more.
  const still = notices.filter((each) => (isQuestionToModerators(each) ? isOpen(each) : each.kind !== 'away'))
  // A question that was dismissed here is not asked again.
  const isNew = (body: NoticeBody, at: Millis) =>
    !notificationList.some((each) => each.kind === body.kind && causeOf(each) === causeOf(body) && each.at >= at)
  return open
    .filter(({ body, at }) => isNew(body, at))
    .reduce<NoticeLists>((told, { body, at }) => withNotice(told, body, at), { notices: still, notificationList })
}

/** Whether a notice is a question to moderators, which any of them may answer. */
export function isQuestionToModerators({ kind }: NoticeBody): boolean {
  return kind === 'asks-to-join' || kind === 'waits'
}

/** Both without some notices; those that were read are marked as read in the list. */
export function without(
  { notices, notificationList }: NoticeLists,
  ids: readonly number[],
  isRead: boolean,
): NoticeLists {
  const gone = new Set(ids)
  return {
    notices: notices.filter(({ id }) => !gone.has(id)),
    notificationList: isRead
      ? notificationList.map((each) => (gone.has(each.id) ? { ...each, isRead } : each))
      : notificationList,
  }
}
