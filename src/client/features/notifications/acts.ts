import { X } from 'lucide-react'
import type { Messages } from '../../i18n/messages.ts'
import type { Act } from '../acts/index.ts'

/** Acts on notices, given by their ids. */
export const NOTICE_ACTS = {
  notNow: {
    icon: () => X,
    label: ({ notifications }) => notifications.notNow,
    declines: true,
    run: ({ call }, _, ids) => call.dismiss(ids, true),
  },
} satisfies Record<string, Act<readonly number[], { notifications: Messages['notifications'] }>>
