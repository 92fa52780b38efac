import { DoorOpen, X } from 'lucide-react'
import type { PersonId } from '../../../protocol/types.ts'
import { can } from '../../../rules/permissions/policy.ts'
import { type FirstMessages, type Messages } from '../../i18n/messages.ts'
import type { Act } from '../acts/index.ts'

type Words = Pick<FirstMessages, 'core'> & { notifications: Messages['notifications'] }

/** The answers to a person in the lobby. [WAIT-3] */
export const ENTRY_ACTS = {
  admit: {
    may: ({ me }) => can(me, 'admit'),
    icon: () => DoorOpen,
    label: ({ notifications }) => notifications.admit,
    command: (_, person) => ({ type: 'admit', person }),
  },
  declineEntry: {
    may: ({ me }) => can(me, 'admit'),
    icon: () => X,
    label: ({ core }) => core.decline,
    declines: true,
    command: (_, person) => ({ type: 'declineEntry', person }),
  },
} satisfies Record<string, Act<PersonId, Words>>

/** The answer to everybody in the lobby. */
export const ENTRIES_ACTS = {
  admitAll: {
    may: ({ me }) => can(me, 'admit'),
    fits: ({ state }) => state.session.waiting.size > 0,
    icon: () => DoorOpen,
    label: ({ notifications }) => notifications.admitAll,
    command: () => ({ type: 'admitAll' }),
  },
} satisfies Record<string, Act<null, Words>>
