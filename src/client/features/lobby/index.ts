/** Waiting while the room is locked, as far as other features may use it. */
export { ENTRIES_ACTS, ENTRY_ACTS } from './acts.ts'
export { EntryAnswers } from './EntryAnswers.tsx'
export { InLine } from './InLine.tsx'
export { Lobby } from './Lobby.tsx'
