import type { PersonId } from '../../../protocol/types.ts'
import type { PersonView } from '../../../protocol/views.ts'
import { type FirstMessages, type RoomMessages } from '../../i18n/messages.ts'
import { BLOCKED_ACTS, CHAT_ACTS, MESSAGE_ACTS, type MessageHere, PINNED_ACTS, PRIVATE_ACTS } from '../chat/index.ts'
import { CONTENT_ACTS, type SeenContent } from '../content/index.ts'
import { HAND_SETTING_ACTS, REQUEST_ACTS } from '../hands/index.ts'
import { ENTRIES_ACTS, ENTRY_ACTS } from '../lobby/index.ts'
import { ALL_ACTS, LOCK_ACTS, REMOVED_ACTS } from '../moderation/index.ts'
import { NOTICE_ACTS } from '../notifications/index.ts'
import { PERSON_ACTS } from '../people/index.ts'
import { REACTION_ACTS, REACTION_SETTING_ACTS } from '../reactions/index.ts'
import { REHEARSAL_ACTS } from '../rehearsal/index.ts'
import { ACCESS_ACTS, MODE_ACTS } from '../settings/index.ts'
import { LOOK_ACTS, MIRROR_ACTS, type Seen, type SeenShare, SHARE_ACTS, STAGE_ACTS } from '../stage/index.ts'
import { type Acts, OWN_ACTS } from '../acts/index.ts'

/** The messages from which acts are labelled. */
export type ActWords = FirstMessages & {
  moderation: RoomMessages['moderation']
  chat: RoomMessages['chat']
  notifications: RoomMessages['notifications']
  'screen-share': RoomMessages['screen-share']
}

/** What an act is done to. */
type Targets = {
  /** Oneself. */
  own: null
  person: PersonView
  onStage: Seen
  share: SeenShare
  content: SeenContent
  asking: PersonId
  waiting: PersonId
  removed: PersonId
  blocked: PersonId
  message: MessageHere
  /** Notices, by their ids. */
  notices: readonly number[]
  /** The room, and so everybody. */
  room: null
}

/** Every act, by what it is done to. Menus, toolbar, shortcuts and palette are drawn from these. */
export const ACTS: { [target in keyof Targets]: Acts<Targets[target], ActWords> } = {
  own: { ...OWN_ACTS, ...REACTION_ACTS, ...STAGE_ACTS },
  person: { ...PERSON_ACTS, ...PRIVATE_ACTS },
  onStage: { ...LOOK_ACTS, ...MIRROR_ACTS },
  share: SHARE_ACTS,
  content: CONTENT_ACTS,
  asking: REQUEST_ACTS,
  waiting: ENTRY_ACTS,
  removed: REMOVED_ACTS,
  blocked: BLOCKED_ACTS,
  message: MESSAGE_ACTS,
  notices: NOTICE_ACTS,
  room: {
    ...ENTRIES_ACTS,
    ...MODE_ACTS,
    ...ACCESS_ACTS,
    ...REACTION_SETTING_ACTS,
    ...HAND_SETTING_ACTS,
    ...ALL_ACTS,
    ...LOCK_ACTS,
    ...REHEARSAL_ACTS,
    ...CHAT_ACTS,
    ...PINNED_ACTS,
  },
}
