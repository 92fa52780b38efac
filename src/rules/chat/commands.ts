import { byPerson, type CommandRows } from '../command-row.ts'
import {
  blockFromChat,
  clearChat,
  deleteMessage,
  giveFeedback,
  letBackIntoChat,
  likeMessage,
  pauseChat,
  pinMessage,
  setPrivateChat,
  setSlowMode,
  write,
} from './chat.ts'

/** The commands of the chat. */
export const chatCommands: CommandRows<
  | 'write'
  | 'likeMessage'
  | 'deleteMessage'
  | 'pinMessage'
  | 'blockFromChat'
  | 'letBackIntoChat'
  | 'clearChat'
  | 'pauseChat'
  | 'setSlowMode'
  | 'setPrivateChat'
  | 'giveFeedback'
> = {
  write: byPerson('chat', ({ session, me, command, about, at }) => write(session, me, command, about, at)),
  likeMessage: byPerson('chat', ({ session, me, command, about, at }) =>
    likeMessage(session, me, command.on, about, at),
  ),
  deleteMessage: byPerson(null, ({ session, me, command, about, at }) =>
    deleteMessage(session, me, command.with, about, at),
  ),
  pinMessage: byPerson('pinMessage', ({ session, me, command, about, at }) =>
    pinMessage(session, me, command.n, about, at),
  ),
  // Also reaches people who were here and have gone. [REMOVE-7]
  blockFromChat: byPerson(null, ({ session, me, command, at }) => blockFromChat(session, me, command.person, at)),
  letBackIntoChat: byPerson('blockFromChat', ({ session, me, command, at }) =>
    letBackIntoChat(session, me, command.person, at),
  ),
  clearChat: byPerson('clearChat', ({ session, me, at }) => clearChat(session, me, at)),
  pauseChat: byPerson('setChat', ({ session, me, command, at }) => pauseChat(session, me, command.on, at)),
  setSlowMode: byPerson('setChat', ({ session, me, command, at }) => setSlowMode(session, me, command.seconds, at)),
  setPrivateChat: byPerson('setPrivateChat', ({ session, me, command, at }) =>
    setPrivateChat(session, me, command.on, at),
  ),
  giveFeedback: byPerson(null, ({ session, me, command, at }) =>
    giveFeedback(session, me, command.mark, command.text, at),
  ),
}
