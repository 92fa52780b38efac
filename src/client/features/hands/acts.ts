import { CircleArrowUp, X } from 'lucide-react'
import type { PersonId } from '../../../protocol/types.ts'
import { can, type Verb } from '../../../rules/permissions/policy.ts'
import { type FirstMessages } from '../../i18n/messages.ts'
import type { Act, Now } from '../acts/index.ts'

type RequestAct = Act<PersonId, Pick<FirstMessages, 'core'>>

const may =
  (verb: Verb) =>
  ({ me, state }: Now, person: PersonId) =>
    can(me, verb, state.session.people.get(person))

/** The answers to a raised hand: bringing its person on stage, and declining a request to join. [HAND-6] [ACCESS-3] */
export const REQUEST_ACTS = {
  bringToStage: {
    may: may('invite'),
    fits: ({ state }, id) => {
      const person = state.session.people.get(id)
      return person?.place === 'viewer' && !person.invitation
    },
    icon: () => CircleArrowUp,
    label: ({ core }) => core.bringToStage,
    command: (_, person) => ({ type: 'invite', person }),
  },
  declineRequest: {
    may: may('declineRequest'),
    fits: ({ state: { session } }, id) =>
      session.hands.get(id)?.purpose === 'stage' && !session.people.get(id)?.invitation,
    icon: () => X,
    label: ({ core }) => core.decline,
    declines: true,
    command: (_, person) => ({ type: 'declineRequest', person }),
  },
} satisfies Record<string, RequestAct>
