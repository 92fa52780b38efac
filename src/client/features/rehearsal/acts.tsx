import { Bot, BotOff } from 'lucide-react'
import { can } from '../../../rules/permissions/policy.ts'
import { isRehearsing } from '../../../rules/rehearsal/rehearsal.ts'
import type { Messages } from '../../i18n/messages.ts'
import { ComingOver } from '../../ui/pages/Loading.tsx'
import { lazyPart } from '../../ui/hooks/lazy-part.tsx'
import type { Act, Now } from '../acts/index.ts'

const RehearseSheet = lazyPart(async () => (await import('./RehearseSheet.tsx')).RehearseSheet, <ComingOver />)

type RehearsalAct = Act<null, { moderation: Messages['moderation'] }>

const may = ({ me }: Now) => can(me, 'rehearse')

/** A rehearsal, for the host. [REHEARSE-1] [REHEARSE-4] */
export const REHEARSAL_ACTS = {
  rehearse: {
    may,
    fits: ({ state }) => !isRehearsing(state.session),
    whyNot: ({ state: { audience, session } }) =>
      audience.viewers + audience.onStage > session.moderators.size || session.waiting.size > 0
        ? 'guests-inside'
        : null,
    icon: () => Bot,
    label: ({ moderation }) => moderation.rehearse,
    run: ({ open }) => open(<RehearseSheet onClose={() => open(null)} />),
  },
  stopRehearsal: {
    may,
    fits: ({ state }) => isRehearsing(state.session),
    icon: () => BotOff,
    label: ({ moderation }) => moderation.stopRehearsal,
    command: () => ({ type: 'stopRehearsal' }),
  },
} satisfies Record<string, RehearsalAct>
