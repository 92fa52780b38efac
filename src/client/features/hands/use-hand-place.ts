import type { PersonId } from '../../../protocol/types.ts'
import { queueOf } from '../../../rules/session/session.ts'
import { isModerator } from '../../../rules/permissions/policy.ts'
import { useLive } from '../../state/use-call.ts'

/** A person's place in the queue of hands, from 1, if one may know it; null without a hand. */
export function useHandPlace(person: PersonId): number | null {
  return useLive((state) => {
    if (state.you?.id === person) return state.place
    const known = state.me && isModerator(state.me.role) ? queueOf(state.session) : state.audience.heads
    const index = known.findIndex((hand) => hand.person === person)
    return index < 0 ? null : index + 1
  })
}
