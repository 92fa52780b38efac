import { LogIn, Presentation } from 'lucide-react'
import type { RoomMode, StageAccess } from '../../../protocol/types.ts'
import { can } from '../../../rules/permissions/policy.ts'
import { type FirstMessages, type Messages } from '../../i18n/messages.ts'
import type { Act } from '../acts/index.ts'

type RoomAct = Act<null, Pick<FirstMessages, 'core'> & { moderation: Messages['moderation'] }>

/** The modes of the room, of which one is on. [MODE-3] */
export const MODE_ACTS = {
  'mode-interactive': mode('interactive'),
  'mode-webinar': mode('webinar'),
} satisfies Record<`mode-${RoomMode}`, RoomAct>

/** The stage access, of which one is on. [ACCESS-1] */
export const ACCESS_ACTS = {
  'access-everyone': access('everyone'),
  'access-request': access('request'),
  'access-invite': access('invite'),
} satisfies Record<`access-${StageAccess}`, RoomAct>

function mode(value: RoomMode): RoomAct {
  return {
    may: ({ me }) => can(me, 'setMode'),
    whyNot: ({ state }) => (state.session.mode === value ? 'already-set' : null),
    isOn: ({ state }) => state.session.mode === value,
    icon: () => Presentation,
    label: ({ core, moderation }) => moderation.modeOf({ name: core.mode[value].name }),
    command: () => ({ type: 'setMode', mode: value }),
  }
}

function access(value: StageAccess): RoomAct {
  return {
    may: ({ me }) => can(me, 'setAccess'),
    whyNot: ({ state }) => (state.session.access === value ? 'already-set' : null),
    isOn: ({ state }) => state.session.access === value,
    icon: () => LogIn,
    label: ({ core, moderation }) => moderation.accessOf({ name: core.access[value].name }),
    command: () => ({ type: 'setAccess', access: value }),
  }
}
