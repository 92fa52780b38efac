import type { Command } from '../../protocol/commands.ts'

/**
 * Whether a command only takes back what is one's own: microphone or camera off, off the stage, out of the room. It may be asked
 * late, or twice, and is counted apart from all else. [LEAVE-3]
 */
export function takesBack(command: Command): boolean {
  switch (command.type) {
    case 'turnMicrophone':
    case 'turnCamera':
      return !command.on
    case 'leaveStage':
    case 'leave':
      return true
    default:
      return false
  }
}
