/** Moderation: what other features may use. */
export { ALL_ACTS, LOCK_ACTS } from './acts.tsx'
export { REMOVED_ACTS } from './removed-acts.ts'
export { LockRoom } from './LockRoom.tsx'
