import type { Event } from '../../protocol/events.ts'
import type { Downward } from '../../protocol/frames.ts'
import type { PersonView } from '../../protocol/views.ts'
import type { Millis, Source } from '../../protocol/types.ts'
import { evolve } from '../../rules/evolve.ts'
import { isLocked } from '../../rules/moderation/is-locked.ts'
import { isOfBot } from '../../rules/rehearsal/rehearsal.ts'
import { nothingYet, stageOf } from '../../rules/session/session.ts'
import { fromView, withPart } from '../../rules/session/from-view.ts'
import type { CallState } from './call-state.ts'
import { beforeOf, announcementsAfter, withEvent, withAnnouncement } from './notifications/announcements.ts'
import { noticeOf } from './notifications/event-notifications.ts'
import { afterWelcome, listAfter, withNotice, withoutAnswered } from './notifications/notification-list.ts'

const NOTHING_PRESSED: CallState['pressed'] = { microphone: null, camera: null }

/** The state before the server has sent anything. */
export const before = (): CallState => ({
  connection: 'connecting',
  refusal: null,
  placeInLine: 0,
  isRestarting: false,
  isStoreUp: true,
  host: '',
  you: null,
  inside: false,
  door: 'open',
  left: null,
  session: nothingYet(),
  me: null,
  pressed: NOTHING_PRESSED,
  audience: { viewers: 0, onStage: 0, hands: 0, heads: [], moved: null },
  place: null,
  wait: null,
  media: 'closed',
  speaking: new Map(),
  quality: new Map(),
  isConnectionWeak: false,
  receiving: { pictures: true, isSaving: false, isWithheld: false },
  talksMuted: false,
  soundBlocked: false,
  picturesBlocked: false,
  notices: [],
  notificationList: [],
  announcements: [],
  contentChanges: 0,
  unread: new Set(),
  reading: null,
  clockOffset: 0,
})

/** The state after a welcome: everything known of the session before is void. `now`: this machine's clock. */
export function welcomed(state: CallState, frame: Extract<Downward, { type: 'welcome' }>, now: Millis): CallState {
  const { you, inside, door, audience, host } = frame
  const left = inside || door === 'waiting' ? null : state.left
  const clockOffset = frame.now - now
  const session = fromView(frame.session, you.id)
  const open = afterWelcome(state, session, you.id)
  // What became of the files meanwhile was told to nobody here.
  const contentChanges = state.contentChanges + 1
  const anew = { isStoreUp: true, you, door, left, audience, host, clockOffset, session, contentChanges }
  const after = settled({ ...state, ...open, ...anew })
  return { ...after, announcements: announcementsAfter(state, after) }
}

/** The state with more of the session, which a large room's welcome has no room for. */
export function withMore(state: CallState, { part }: Extract<Downward, { type: 'more' }>): CallState {
  withPart(state.session, part)
  return settled(state)
}

/** The state after an event, which is applied to the session in place. */
export function evolved(state: CallState, event: Event): CallState {
  const { session, you } = state
  const me = you?.id ?? ''
  const hadHand = session.hands.has(me)
  const was = beforeOf(state, event)
  evolve(session, event)
  // A page needs nobody's attendance but its person's own, and meets more people in a day than it should remember.
  if ('person' in event && event.type !== 'met' && event.person !== me) {
    session.attendance.delete(event.person)
    session.former.delete(event.person)
  }
  const news = noticeOf(session, event, me, hadHand)
  const open = {
    notices: withoutAnswered(state.notices, event, me),
    notificationList: listAfter(state.notificationList, event),
  }
  const after = settled({
    ...state,
    ...(news ? withNotice(open, news, event.at) : open),
    left: event.type === 'sessionEnded' ? null : (leftBy(event, me) ?? state.left),
    pressed: pressedAfter(state, event, me),
    unread: unreadAfter(state, event, me),
  })
  return { ...after, announcements: withEvent(after, event, was, news) }
}

/** The state after one pressed a switch of one's own, or after the answer (null). [MUTE-7] */
export function withPress(state: CallState, source: Source, on: boolean | null): CallState {
  return settled({ ...state, pressed: { ...state.pressed, [source]: on } })
}

/** The presses that still wait for an answer after an event: none for a person off the stage, locked, or turned off by another. */
function pressedAfter({ pressed, session }: CallState, event: Event, me: string): CallState['pressed'] {
  const mine = session.people.get(me)
  if (!mine || mine.place === 'viewer') return NOTHING_PRESSED
  const isTurned = event.type === 'microphoneTurned' || event.type === 'cameraTurned'
  const isOthers = isTurned && event.person === me && event.by !== me
  const still = (source: Source, turned: Event['type']) =>
    isLocked(session, mine, source) || (isOthers && event.type === turned) ? null : pressed[source]
  return { microphone: still('microphone', 'microphoneTurned'), camera: still('camera', 'cameraTurned') }
}

/** The state with one's place in the queue of hands, or in the lobby. */
export function placed(state: CallState, { place, wait }: Extract<Downward, { type: 'place' }>): CallState {
  // A place that one had before joining or coming back is not announced.
  const isNews = state.inside && place !== null && place !== state.place
  const announcements = isNews
    ? withAnnouncement(state.announcements, { about: 'turn', kind: 'turn', place, wait })
    : state.announcements
  return { ...state, place, wait, announcements }
}

/** The state when this page's part in the room is over: another window has replaced it, or the server does not accept it. */
export function outside({ connection, refusal, isRestarting, host }: CallState): CallState {
  return { ...before(), connection, refusal, isRestarting, host }
}

/** The conversations with unread messages after an event. */
function unreadAfter({ unread, reading, session }: CallState, event: Event, me: string): CallState['unread'] {
  if (event.type !== 'messageWritten' || event.person === me) return unread
  // Nobody has to read what a bot wrote, and it will be gone. [REHEARSE-4]
  if (isOfBot(session, event)) return unread
  const whose = event.to === null ? '' : event.person
  return whose === reading || unread.has(whose) ? unread : new Set([...unread, whose])
}

function leftBy(event: Event, me: string): CallState['left'] {
  if (event.type === 'entryDeclined') return event.person === me ? 'declined' : null
  return event.type === 'left' && event.person === me && event.why === 'self' ? 'self' : null
}

function settled(state: CallState): CallState {
  const id = state.you?.id ?? ''
  const { people, hands, waiting } = state.session
  const me = asPressed(people.get(id) ?? null, state.pressed)
  const hasPlace = hands.has(id) || waiting.has(id) || state.door === 'waiting'
  return { ...state, me, inside: me !== null, place: hasPlace ? state.place : null }
}

function asPressed(me: PersonView | null, { microphone, camera }: CallState['pressed']): PersonView | null {
  if (!me || (microphone === null && camera === null)) return me
  return { ...me, microphone: microphone ?? me.microphone, camera: camera ?? me.camera }
}

/** The people on stage as this page shows them: oneself with the switches as pressed. [MUTE-7] */
export function onStageIn({ session, me }: Pick<CallState, 'session' | 'me'>): PersonView[] {
  return stageOf(session).map((person) => (person.id === me?.id ? me : person))
}
