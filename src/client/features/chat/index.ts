/** The chat: what other features may use. */
export { BLOCKED_ACTS, CHAT_ACTS, PINNED_ACTS } from './acts.tsx'
export { MESSAGE_ACTS, type MessageHere, PRIVATE_ACTS } from './message-acts.ts'
export { usePrivately } from './use-privately.ts'
