import { Ban, SmilePlus } from 'lucide-react'
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

/** Turning reactions on and off for the room, for moderators. [REACT-4] */
export const REACTION_SETTING_ACTS = {
  reactionsOn: setting(true),
  reactionsOff: setting(false),
} satisfies Record<string, ReactionAct>

function setting(on: boolean): ReactionAct {
  return {
    may: ({ me }) => can(me, 'setReactions'),
    whyNot: ({ state }) => (state.session.reactions === on ? 'already-set' : null),
    isOn: ({ state }) => state.session.reactions === on,
    icon: () => (on ? SmilePlus : Ban),
    label: ({ reactions }) => reactions.turn({ on }),
    command: () => ({ type: 'setReactions', on }),
  }
}
