import type { Command } from '../protocol/commands.ts'
import { chatCommands } from './chat/commands.ts'
import { contentCommands } from './content/commands.ts'
import type { CommandRow, CommandRows, Rate } from './command-row.ts'
import { entryCommands } from './entry/commands.ts'
import { handCommands } from './hands/commands.ts'
import { invitationCommands } from './invitations/commands.ts'
import { moderationCommands } from './moderation/commands.ts'
import { permissionCommands } from './permissions/commands.ts'
import { reactionCommands } from './reactions/commands.ts'
import { rehearsalCommands } from './rehearsal/commands.ts'
import { sessionCommands } from './session/commands.ts'
import { shareCommands } from './share/commands.ts'
import { stageCommands } from './stage/commands.ts'

/** One row for each command. */
export const COMMANDS: CommandRows<Command['type']> = {
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
}

/** The row of a command. */
export function rowOf(command: Command): CommandRow<Command & { person: string }> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the row of a type takes the commands of that type
  return COMMANDS[command.type] as CommandRow<Command & { person: string }>
}

/** The rate limit that a command counts against. */
export function rateOf(command: Command): Rate {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the row of a type takes the commands of that type
  const { rate } = COMMANDS[command.type] as CommandRow<Command>
  return typeof rate === 'string' ? rate : rate(command)
}
