/** What those who run the room do, as far as other features may use it. */
export { ALL_ACTS, LOCK_ACTS, REMOVED_ACTS } from './acts.tsx'
export { LockRoom } from './LockRoom.tsx'
