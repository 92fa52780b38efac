import type { PersonId } from '../../../protocol/types.ts'
import type { PersonView } from '../../../protocol/views.ts'
import { type FirstMessages, type Messages } from '../../i18n/messages.ts'
import { CHAT_ACTS, MESSAGE_ACTS, type MessageHere, PRIVATE_ACTS } from '../chat/index.ts'
import { REQUEST_ACTS } from '../hands/index.ts'
import { ENTRIES_ACTS, ENTRY_ACTS } from '../lobby/index.ts'
import { ALL_ACTS, LOCK_ACTS } from '../moderation/index.ts'
import { PERSON_ACTS } from '../people/index.ts'
import { REACTION_ACTS } from '../reactions/index.ts'
import { REHEARSAL_ACTS } from '../rehearsal/index.ts'
import { LOOK_ACTS, MIRROR_ACTS, type Seen, STAGE_ACTS } from '../stage/index.ts'
import { type Acts, OWN_ACTS } from '../acts/index.ts'

/** All that acts are named from. */
export type ActWords = FirstMessages & {
  moderation: Messages['moderation']
  chat: Messages['chat']
  notifications: Messages['notifications']
}

/** To what something is done. */
type Targets = {
  /** To oneself. */
  own: null
  person: PersonView
  onStage: Seen
  asking: PersonId
  waiting: PersonId
  message: MessageHere
  /** To everybody. */
  room: null
}

/** Every act there is, by what it is done to; menus, the toolbar, the keys and the palette are drawn from these. */
export const ACTS: { [target in keyof Targets]: Acts<Targets[target], ActWords> } = {
  own: { ...OWN_ACTS, ...REACTION_ACTS, ...STAGE_ACTS },
  person: { ...PERSON_ACTS, ...PRIVATE_ACTS },
  onStage: { ...LOOK_ACTS, ...MIRROR_ACTS },
  asking: REQUEST_ACTS,
  waiting: ENTRY_ACTS,
  message: MESSAGE_ACTS,
  room: { ...ENTRIES_ACTS, ...ALL_ACTS, ...LOCK_ACTS, ...REHEARSAL_ACTS, ...CHAT_ACTS },
}
