import type { Event } from '../../protocol/events.ts'
import type { Downward } from '../../protocol/frames.ts'
import type { Millis } from '../../protocol/words.ts'
import { evolve } from '../../rules/evolve.ts'
import { nothingYet } from '../../rules/session.ts'
import { unfold } from '../../rules/unfold.ts'
import type { CallState } from './live.ts'
import { beforeOf, sayingsAfter, withEvent, withSaying } from './aloud.ts'
import { newsOf } from './news.ts'
import { afterWelcome, withNews, withoutAnswered } from './notices.ts'

/** What is known before the server has said anything. */
export const before = (): CallState => ({
  connection: 'connecting',
  refusal: null,
  isRestarting: false,
  host: '',
  you: null,
  inside: false,
  door: 'open',
  left: null,
  session: nothingYet(),
  me: null,
  audience: { viewers: 0, onStage: 0, hands: 0, heads: [], moved: null },
  place: null,
  wait: null,
  media: 'closed',
  speaking: new Map(),
  quality: new Map(),
  isLineWeak: false,
  receiving: { pictures: true, isSaving: false },
  talksMuted: false,
  soundBlocked: false,
  notices: [],
  bell: [],
  unsaid: [],
  unread: new Set(),
  reading: null,
  picturesBlocked: false,
  clockOffset: 0,
})

/** The state after a welcome: all that was known of the session is void. `now` is this machine's clock. */
export function welcomed(state: CallState, frame: Extract<Downward, { type: 'welcome' }>, now: Millis): CallState {
  const { you, inside, door, audience, host } = frame
  const left = inside || door === 'waiting' ? null : state.left
  const clockOffset = frame.now - now
  const session = unfold(frame.session, you.id)
  const open = afterWelcome(state, session, you.id)
  const after = settled({ ...state, ...open, you, door, left, audience, host, clockOffset, session })
  return { ...after, unsaid: sayingsAfter(state, after) }
}

/** The state after an event; the session in it is folded in place. */
export function told(state: CallState, event: Event): CallState {
  const { session, you } = state
  const me = you?.id ?? ''
  const hadHand = session.hands.has(me)
  const was = beforeOf(state, event)
  evolve(session, event)
  // A page says nobody's stay but one's own, and meets more people in a day than it should remember.
  if ('person' in event && event.type !== 'met' && event.person !== me) {
    session.stays.delete(event.person)
    session.former.delete(event.person)
  }
  const news = newsOf(session, event, me, hadHand)
  const open = { notices: withoutAnswered(state.notices, event, me), bell: state.bell }
  const after = settled({
    ...state,
    ...(news ? withNews(open, news, event.at) : open),
    left: event.type === 'sessionEnded' ? null : (leftBy(event, me) ?? state.left),
    unread: unreadAfter(state, event, me),
  })
  return { ...after, unsaid: withEvent(after, event, was, news) }
}

/** The state with the own place in the queue, or among those who wait. */
export function placed(state: CallState, { place, wait }: Extract<Downward, { type: 'place' }>): CallState {
  // What was so before one came, or came back, is no news.
  const isNews = state.inside && place !== null && place !== state.place
  const unsaid = isNews ? withSaying(state.unsaid, { about: 'turn', kind: 'turn', place, wait }) : state.unsaid
  return { ...state, place, wait, unsaid }
}

/** The state when this page has no part in the room any more: another window has it, or the room will not have us. */
export function outside({ connection, refusal, isRestarting, host }: CallState): CallState {
  return { ...before(), connection, refusal, isRestarting, host }
}

/** With whom there are unread messages after an event. */
function unreadAfter({ unread, reading }: CallState, event: Event, me: string): CallState['unread'] {
  if (event.type !== 'messageWritten' || event.person === me) return unread
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
  const me = people.get(id) ?? null
  const hasPlace = hands.has(id) || waiting.has(id) || state.door === 'waiting'
  return { ...state, me, inside: me !== null, place: hasPlace ? state.place : null }
}
