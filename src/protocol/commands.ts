import * as v from 'valibot'
import { chatCommands } from './chat.ts'
import { entryCommands } from './entry.ts'
import { handCommands } from './hands.ts'
import { invitationCommands } from './invitations.ts'
import { moderationCommands } from './moderation.ts'
import { permissionCommands } from './permissions.ts'
import { reactionCommands } from './reactions.ts'
import { rehearsalCommands } from './rehearsal.ts'
import { sessionCommands } from './session.ts'
import { contentCommands } from './presenting/content.ts'
import { shareCommands } from './presenting/share.ts'
import { stageCommands } from './stage.ts'

/** All commands, joined from the features. Nothing else can be asked of the room. */
export const Command = v.variant('type', [
  ...sessionCommands,
  ...entryCommands,
  ...stageCommands,
  ...handCommands,
  ...invitationCommands,
  ...moderationCommands,
  ...permissionCommands,
  ...shareCommands,
  ...contentCommands,
  ...chatCommands,
  ...reactionCommands,
  ...rehearsalCommands,
])
export type Command = v.InferOutput<typeof Command>
