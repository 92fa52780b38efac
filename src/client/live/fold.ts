import type { Event } from '../../protocol/events.ts'
import type { Downward } from '../../protocol/frames.ts'
import type { Millis } from '../../protocol/words.ts'
import { evolve } from '../../rules/evolve.ts'
import { nothingYet } from '../../rules/session.ts'
import { unfold } from '../../rules/unfold.ts'
import type { CallState } from './live.ts'
import { newsOf, withNews, withoutAnswered } from './notices.ts'

/** What is known before the server has said anything. */
export const before = (): CallState => ({
  connection: 'connecting',
  refusal: null,
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
  soundBlocked: false,
  notices: [],
  clockOffset: 0,
})

/** The state after a welcome: all that was known of the session is void. `now` is this machine's clock. */
export function welcomed(state: CallState, frame: Extract<Downward, { type: 'welcome' }>, now: Millis): CallState {
  const { you, inside, door, audience, host } = frame
  const left = inside || door === 'waiting' ? null : state.left
  const clockOffset = frame.now - now
  const session = unfold(frame.session)
  // A question that was answered while one was away is no question any more.
  const notices = state.notices.filter((each) => each.kind !== 'asks-to-join' || session.hands.has(each.person))
  return settled({ ...state, you, door, left, audience, host, clockOffset, session, notices, place: null })
}

/** The state after an event; the session in it is folded in place. `notice` is the number of the notice, should it make one. */
export function told(state: CallState, event: Event, notice: number): CallState {
  const { session, you } = state
  const me = you?.id ?? ''
  const hadHand = session.hands.has(me)
  evolve(session, event)
  const news = newsOf(session, event, me, hadHand)
  const open = withoutAnswered(state.notices, event, me)
  const notices = news ? withNews(open, news, notice) : open
  return settled({ ...state, notices, left: leftBy(event, me) ?? state.left })
}

/** The state when this page has no part in the room any more: another window has it, or the room will not have us. */
export function outside({ connection, refusal, host }: CallState): CallState {
  return { ...before(), connection, refusal, host }
}

function leftBy(event: Event, me: string): CallState['left'] {
  if (event.type === 'sessionEnded') return event.by === null ? 'unattended' : 'ended'
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
