import { byPerson, toPerson, type CommandRows } from '../command-row.ts'
import { playContent, presentContent, stopContent, turnPage, zoomContent } from './presenting.ts'

/** The commands of presenting. */
export const contentCommands: CommandRows<
  'presentContent' | 'turnPage' | 'playContent' | 'zoomContent' | 'stopContent'
> = {
  presentContent: byPerson('presentContent', ({ session, me, command, item, at }) =>
    presentContent(session, me, command, item, at),
  ),
  turnPage: byPerson(null, ({ session, me, command, at }) => turnPage(session, me, command, at)),
  playContent: byPerson(null, ({ session, me, command, at }) => playContent(session, me, command, at)),
  zoomContent: byPerson(null, ({ session, me, command, at }) => zoomContent(session, me, command, at)),
  stopContent: toPerson(null, ({ session, me, target, at }) => stopContent(session, me, target, at)),
}
