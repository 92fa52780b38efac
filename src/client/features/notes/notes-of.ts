import type { Call } from '../../call/call-state.ts'
import { NotesLine } from './notes-line.ts'

const lines = new WeakMap<Call, NotesLine>()

/** The notes of the room of a call: the same each time, so that what is still on its way outlives a panel that is closed. */
export function notesOf(call: Call): NotesLine {
  const known = lines.get(call)
  if (known) return known
  const line = new NotesLine({
    ask: async (asked) => await call.notes(asked),
    fetch: async () => await stateOf(call.state.session.room),
    me: () => call.state.you?.id,
    now: () => performance.now(),
    after: (wait, run) => void setTimeout(run, wait),
  })
  lines.set(call, line)
  let wasOpen = true
  call.subscribe(() => {
    const isOpen = call.state.connection === 'open'
    if (wasOpen && !isOpen) line.away()
    wasOpen = isOpen
  })
  call.follow({ onEvent() {}, onReset: () => void line.begin(), onNotes: (told) => line.hear(told) })
  return line
}

async function stateOf(room: string): Promise<Uint8Array | null> {
  try {
    const answer = await fetch(`/api/rooms/${room}/notes`)
    return answer.ok ? new Uint8Array(await answer.arrayBuffer()) : null
  } catch {
    return null
  }
}
