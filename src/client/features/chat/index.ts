/** The chat: what other features may use. */
export { CHAT_ACTS, PINNED_ACTS } from './acts.tsx'
export { BLOCKED_ACTS } from './blocked-acts.ts'
export { MESSAGE_ACTS, type MessageHere, PRIVATE_ACTS } from './message-acts.ts'
export { usePrivately } from './use-privately.ts'
