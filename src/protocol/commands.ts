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
import { shareCommands } from './share.ts'
import { stageCommands } from './stage.ts'

/** Everything a person can ask of the room, joined from the features. What is not here cannot be asked. */
export const Command = v.variant('type', [
  ...sessionCommands,
  ...entryCommands,
  ...stageCommands,
  ...handCommands,
  ...invitationCommands,
  ...moderationCommands,
  ...permissionCommands,
  ...shareCommands,
  ...chatCommands,
  ...reactionCommands,
  ...rehearsalCommands,
])
export type Command = v.InferOutput<typeof Command>
