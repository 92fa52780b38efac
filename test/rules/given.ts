import type { Command } from '../../src/protocol/commands.ts'
import type { Event } from '../../src/protocol/events.ts'
import type { RoomMode } from '../../src/protocol/types.ts'
import type { LookedUp } from '../../src/rules/command-row.ts'
import { decide, decideSystemEvent } from '../../src/rules/decide.ts'
import { evolve } from '../../src/rules/evolve.ts'
import { MODES, sizesAtFirst } from '../../src/rules/session/modes.ts'
import { isRejection, type Actor, type SystemEvent, type Outcome } from '../../src/rules/outcome.ts'
import { nothingYet, type Session } from '../../src/rules/session/session.ts'

/** The page of a person in tests. */
export const pageOf = (who: { id: string }) => `page-${who.id}`.padEnd(22, '_').slice(0, 22)

/** A session of a mode, as it stands after these people have joined. */
export function given(mode: RoomMode, ...inside: Actor[]): Session {
  const session = started(mode)
  for (const who of inside) does(session, who, { type: 'join', page: pageOf(who) })
  return session
}

function started(mode: RoomMode): Session {
  const id = 'session'.padEnd(22, '_')
  const begin: Event = {
    type: 'sessionStarted',
    at: 0,
    session: id,
    room: id,
    name: 'Harbour library',
    mode,
    ...MODES[mode],
    patience: 900_000,
    sizes: sizesAtFirst(),
    reactions: true,
    handsOn: true,
    privateChat: true,
    locked: false,
    chatPaused: false,
    removed: [],
    kept: [],
  }
  return evolve(nothingYet(), begin)
}

/** Lets somebody do something that must be allowed; the session is changed in place. Gives the events. */
export function does(session: Session, who: Actor, command: Command, at = 1, lookedUp?: LookedUp): Event[] {
  return folded(session, decide(session, who, command, at, lookedUp))
}

/** Lets something happen. Gives the events. */
export function happens(session: Session, systemEvent: SystemEvent, at = 1): Event[] {
  return folded(session, decideSystemEvent(session, systemEvent, at))
}

function folded(session: Session, outcome: Outcome): Event[] {
  if (isRejection(outcome)) throw new Error(`refused: ${outcome.refusal}`)
  for (const event of outcome) evolve(session, event)
  return outcome
}

/** What somebody is told who tries: the reason, or 'allowed'. The session stays as it is. */
export function tries(session: Session, who: Actor, command: Command, at = 1, lookedUp?: LookedUp): string {
  const outcome = decide(session, who, command, at, lookedUp)
  return isRejection(outcome) ? outcome.refusal : 'allowed'
}

/** Everybody's devices as they go on stage with both on. */
export const ON_STAGE: Command = { type: 'goOnStage', microphone: true, camera: true }
