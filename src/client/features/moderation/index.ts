/** Moderation: what other features may use. */
export { ALL_ACTS, LOCK_ACTS, REMOVED_ACTS } from './acts.tsx'
export { LockRoom } from './LockRoom.tsx'
