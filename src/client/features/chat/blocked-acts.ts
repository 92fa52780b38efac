import { UserCheck } from 'lucide-react'
import type { PersonId } from '../../../protocol/types.ts'
import { can } from '../../../rules/permissions/policy.ts'
import type { Messages } from '../../i18n/messages.ts'
import type { Act } from '../acts/index.ts'

/** Acts on a person who is blocked from writing. */
export const BLOCKED_ACTS = {
  letBackIntoChat: {
    may: ({ me }) => can(me, 'blockFromChat'),
    icon: () => UserCheck,
    label: ({ chat }) => chat.letBack,
    command: (_, person) => ({ type: 'letBackIntoChat', person }),
  },
} satisfies Record<string, Act<PersonId, { chat: Messages['chat'] }>>
