import { UserCheck } from 'lucide-react'
import type { PersonId } from '../../../protocol/types.ts'
import { can } from '../../../rules/permissions/policy.ts'
import type { Messages } from '../../i18n/messages.ts'
import type { Act } from '../acts/index.ts'

/** Acts on a person who was removed. [REMOVE-3] */
export const REMOVED_ACTS = {
  liftRemoval: {
    may: ({ me }) => can(me, 'liftRemoval'),
    icon: () => UserCheck,
    label: ({ moderation }) => moderation.letBackIn,
    command: (_, person) => ({ type: 'liftRemoval', person }),
  },
} satisfies Record<string, Act<PersonId, { moderation: Messages['moderation'] }>>
