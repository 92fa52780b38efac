import * as v from 'valibot'
import { chatEvents } from './chat.ts'
import { entryEvents } from './entry.ts'
import { handEvents } from './hands.ts'
import { invitationEvents } from './invitations.ts'
import { moderationEvents } from './moderation.ts'
import { permissionEvents } from './permissions.ts'
import { reactionEvents } from './reactions.ts'
import { rehearsalEvents } from './rehearsal.ts'
import { sessionEvents } from './session.ts'
import { contentEvents } from './presenting/content.ts'
import { shareEvents } from './presenting/share.ts'
import { stageEvents } from './stage.ts'

/** All events of a session, as the log keeps them, joined from the features. Each has its time `at` in ms; `by` is the person who did it. */
export const Event = v.variant('type', [
  ...sessionEvents,
  ...entryEvents,
  ...stageEvents,
  ...handEvents,
  ...invitationEvents,
  ...moderationEvents,
  ...permissionEvents,
  ...shareEvents,
  ...contentEvents,
  ...chatEvents,
  ...reactionEvents,
  ...rehearsalEvents,
])
export type Event = v.InferOutput<typeof Event>
/** An event of one kind. */
export type Told<T extends Event['type']> = Extract<Event, { type: T }>
