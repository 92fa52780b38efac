import { MESSAGES_MAX } from '../../../protocol/messages.ts'
import type { Call } from '../call-state.ts'
import type { RoomConnection } from './connection.ts'

/** What is looked up on the server. Each waits while disconnected; what the server refuses is empty, or null. */
export function roomQueries(
  connection: Pick<RoomConnection, 'find'>,
): Pick<Call, 'findMessages' | 'findThreads' | 'findViewers' | 'readFeedback' | 'readActs'> {
  return {
    async findMessages(other, where) {
      const found = await connection.find({ type: 'messages', with: other, limit: MESSAGES_MAX, ...where })
      return typeof found === 'string' ? null : found.messages
    },
    async findThreads() {
      const found = await connection.find({ type: 'threads' })
      return typeof found === 'string' ? [] : found.threads
    },
    async findViewers(wish) {
      const found = await connection.find({ type: 'viewers', ...wish })
      return typeof found === 'string' ? null : found
    },
    async readFeedback() {
      const found = await connection.find({ type: 'feedback' })
      return typeof found === 'string' ? [] : found.feedback
    },
    async readActs() {
      const found = await connection.find({ type: 'acts' })
      return typeof found === 'string' ? [] : found.acts
    },
  }
}
