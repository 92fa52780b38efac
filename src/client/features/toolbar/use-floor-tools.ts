import { CircleArrowUp, Hand, X } from 'lucide-react'
import { can, wayUp } from '../../../rules/permissions/policy.ts'
import { useMessages } from '../../i18n/messages.ts'
import { useCall, useLive } from '../../state/use-call.ts'
import type { Tool } from './tool.ts'

/** The own hand; up, it stays in sight. */
export function useHandTool(): Tool | null {
  const t = useMessages('core')
  const call = useCall()
  const hand = useLive((state) => state.session.hands.get(state.you?.id ?? ''))
  const mayRaise = useLive((state) => state.me !== null && can(state.me, 'raiseHand'))
  const way = useLive((state) => (state.me ? wayUp(state.me, state.session.access) : 'none'))
  const isUp = useLive((state) => state.me !== null && state.me.place !== 'viewer')
  // A request is taken back where it was made.
  if ((hand?.purpose === 'stage' && way !== 'join' && !isUp) || (!hand && !mayRaise)) return null
  const name = hand ? t.lowerHand : t.raiseHand
  return {
    id: 'hand',
    icon: Hand,
    name,
    short: name,
    look: hand ? 'hand' : 'plain',
    ...(hand ? {} : { yields: 3 }),
    press: () => void call.ask(hand ? { type: 'lowerHand', person: hand.person } : { type: 'raiseHand' }),
  }
}

/** The way to the stage: go, ask, or take the question back. */
export function useWayUpTool(onJoinStage: () => void): Tool | null {
  const t = useMessages('core')
  const call = useCall()
  const place = useLive((state) => state.me?.place)
  const way = useLive((state) => (state.me ? wayUp(state.me, state.session.access) : 'none'))
  const me = useLive((state) => state.you?.id ?? '')
  const asks = useLive((state) => state.session.hands.get(state.you?.id ?? '')?.purpose === 'stage')
  const isJoin = way === 'join'
  if (place === 'stage' || (place === 'backstage' && !isJoin)) return null
  if (asks && !isJoin) {
    const press = () => void call.ask({ type: 'lowerHand', person: me })
    return { id: 'way-up', icon: X, name: t.cancelRequest, short: t.cancelRequest, look: 'hand', press }
  }
  if (way === 'none') return null
  const name = isJoin ? t.joinStage : t.askToJoin
  const press = isJoin ? onJoinStage : () => void call.ask({ type: 'askToJoin' })
  return { id: 'way-up', icon: CircleArrowUp, name, short: name, look: 'go', press }
}
