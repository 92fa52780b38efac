import { createContext, use } from 'react'
import { useCall } from '../../state/use-call.ts'
import { OpenPrivately } from '../../state/open-privately.ts'
import { OpenOver } from '../../state/over-room.ts'
import { useStageView } from '../../state/stage-view.ts'
import { nowOf, offersOf, type Act, type Acts, type ActContext, type Offer, type RoomActions } from './act.ts'
import { perform } from './perform.tsx'
import { useNow } from './use-now.ts'

const nowhere = () => {}

/** The windows and panels that acts of the room open. */
export const RoomActionsContext = createContext<RoomActions>({
  joinStage: nowhere,
  settings: nowhere,
  shortcuts: nowhere,
  palette: nowhere,
  feedback: nowhere,
  panel: nowhere,
})

/** An offered act that can be pressed. */
export type Offered = Pick<Offer<never, never>, 'id' | 'name' | 'icon' | 'why' | 'isOn'> &
  Pick<Act<never, never>, 'stops' | 'declines'> & {
    /** Returns a promise of the answer if the act is a command. */
    run: () => unknown
  }

/** Everything that acts are done with. */
export function useActContext(): ActContext {
  const room = use(RoomActionsContext)
  return { ...room, call: useCall(), view: useStageView(), open: use(OpenOver), writeTo: use(OpenPrivately) }
}

/** The acts that are offered now, including those that cannot be done now. */
export function useOffers<On, Words>(acts: Acts<On, Words>, words: Words, on: NoInfer<On>): Offered[] {
  const context = useActContext()
  const offers = useNow((now) => offersOf(acts, words, now, on), NONE)
  return offers.map(({ act, ...offer }) => ({
    ...offer,
    stops: act.stops,
    declines: act.declines,
    run: () => {
      const now = nowOf(context)
      return now && perform(act, context, now, on)
    },
  }))
}

const NONE: [] = []

/** The acts that can be done now, for a menu. */
export function useActs<On, Words>(acts: Acts<On, Words>, words: Words, on: NoInfer<On>): Offered[] {
  return useOffers(acts, words, on).filter(({ why }) => why === null)
}
