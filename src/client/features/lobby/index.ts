/** The lobby: what other features may use. */
export { ENTRIES_ACTS, ENTRY_ACTS } from './acts.ts'
export { EntryAnswers } from './EntryAnswers.tsx'
export { InLine } from './InLine.tsx'
export { Lobby } from './Lobby.tsx'
