import type { Event } from '../../src/protocol/events.ts'
import { excerptOf, type Feedback } from '../../src/protocol/messages.ts'
import { conversationOf } from '../../src/rules/chat/chat-state.ts'
import { foldMessages, windowOfMessages } from '../../src/rules/chat/messages.ts'
import type { Store } from '../../src/server/store/store.ts'

/** What a log says of messages, read anew each time. `logOf` gives a session's, `logsOf` all of a room's. */
export function memoryMessages(
  logOf: (session: string) => Event[],
  logsOf: (room: string) => Event[],
): Pick<Store, 'messages' | 'threads' | 'feedback'> {
  return {
    messages: async (session, reading, window) =>
      windowOfMessages(
        logOf(session).reduce<ReturnType<typeof foldMessages>>((so, event) => foldMessages(so, event, reading), []),
        window,
      ),
    async threads(session, person) {
      const names = new Map<string, string>()
      for (const event of logOf(session))
        if (event.type === 'messageWritten' && event.text !== '' && event.to !== null) {
          if (event.person === person) names.set(event.to, event.toName)
          if (event.to === person) names.set(event.person, event.name)
        }
      const threads = [...names].flatMap(([other, name]) => {
        const reading = { reader: person, with: other }
        const last = logOf(session)
          .reduce<ReturnType<typeof foldMessages>>((so, event) => foldMessages(so, event, reading), [])
          .at(-1)
        return last ? [{ person: other, name, at: last.at, text: excerptOf(last.text) }] : []
      })
      const name = (other: string) => conversationOf(person, other)
      return threads.toSorted((a, b) => b.at - a.at || (name(a.person) < name(b.person) ? -1 : 1))
    },
    feedback: async (room) =>
      logsOf(room)
        .flatMap((event): Feedback[] =>
          event.type === 'feedbackGiven' && event.name !== ''
            ? [{ name: event.name, at: event.at, mark: event.mark, text: event.text }]
            : [],
        )
        .toReversed()
        .slice(0, 200),
  }
}
