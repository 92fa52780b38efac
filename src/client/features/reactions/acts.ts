import { SmilePlus } from 'lucide-react'
import { Reaction } from '../../../protocol/types.ts'
import { can } from '../../../rules/permissions/policy.ts'
import { type FirstMessages } from '../../i18n/messages.ts'
import type { Act } from '../acts/index.ts'

type ReactionAct = Act<null, Pick<FirstMessages, 'reactions'>>

/** The reactions, each by its name. [REACT-1] */
export const REACTION_ACTS: Readonly<Record<string, ReactionAct>> = Object.fromEntries(
  Reaction.options.map((reaction): [string, ReactionAct] => [
    reaction,
    {
      may: ({ me }) => can(me, 'react'),
      whyNot: ({ state }) => (state.session.reactions ? null : 'reactions-off'),
      icon: () => SmilePlus,
      label: ({ reactions }) => reactions.reaction[reaction],
      run: ({ call }) => call.react(reaction),
    },
  ]),
)
