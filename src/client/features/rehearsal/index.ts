/** Rehearsing a room with bots, as far as other features may use it. */
export { REHEARSAL_ACTS } from './acts.tsx'
