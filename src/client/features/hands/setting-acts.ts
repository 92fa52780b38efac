import { Hand } from 'lucide-react'
import { can } from '../../../rules/permissions/policy.ts'
import { type FirstMessages } from '../../i18n/messages.ts'
import type { Act } from '../acts/index.ts'

type HandSettingAct = Act<null, Pick<FirstMessages, 'core'>>

/** Turning raised hands on and off for the room, for moderators. [HAND-9] */
export const HAND_SETTING_ACTS = {
  handsOn: setting(true),
  handsOff: setting(false),
} satisfies Record<string, HandSettingAct>

function setting(on: boolean): HandSettingAct {
  return {
    may: ({ me }) => can(me, 'setHands'),
    whyNot: ({ state }) => (state.session.handsOn === on ? 'already-set' : null),
    isOn: ({ state }) => state.session.handsOn === on,
    icon: () => Hand,
    label: ({ core }) => core.turnHands({ on }),
    command: () => ({ type: 'setHands', on }),
  }
}
