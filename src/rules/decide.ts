import type { Command } from '../protocol/commands.ts'
import type { Event } from '../protocol/events.ts'
import { Permission, type Millis } from '../protocol/types.ts'
import type { LookedUp } from './command-row.ts'
import { rowOf } from './commands-table.ts'
import { contentGone } from './content/presenting.ts'
import { admitMore } from './entry/lobby.ts'
import { arrive, connectionLost, personGone, pictureSet, serverAway } from './entry/presence.ts'
import { holdsOf } from './retention/forgotten.ts'
import { reject, type Actor, type SystemEvent, type Outcome } from './outcome.ts'
import { can, type Verb } from './permissions/policy.ts'
import { chatModeratorByName, roleByLink, roleByName } from './permissions/roles.ts'
import { endedByLeaving, isRehearsing } from './rehearsal/rehearsal.ts'
import { endedByNobody, timeOver, unattended } from './session/room.ts'
import type { Session } from './session/session.ts'
import { spoke, trackPublished } from './stage/stage.ts'

/**
 * Decides a command of a person: gives events, or a rejection. Pure: the time is an argument, and the session is only read. `lookedUp`: the
 * message that the command is about (see `messageOf`), as the store has it for that person, and what it presents (see `documentOf`).
 */
export function decide(session: Session, actor: Actor, command: Command, at: Millis, lookedUp: LookedUp = {}): Outcome {
  if (session.endedAt !== null) return reject('session-ended')
  const row = rowOf(command)
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the row knows which commands are about somebody
  const given = { session, command: command as Command & { person: string }, at, about: null, item: null, ...lookedUp }
  if (row.needs === 'actor') return row.decide({ ...given, actor })
  const me = session.people.get(actor.id)
  if (!me) return reject('not-in-room')
  if (row.needs === 'me') return may(me, row.may) ?? row.decide({ ...given, me })
  const target = session.people.get(given.command.person)
  if (!target) return reject('no-such-person')
  return may(me, row.may, target) ?? row.decide({ ...given, me, target })
}

/** The rejection by the policy, or null. It is *not permitted* for what is a permission of a person, else *not allowed*. [PERMISSION-1] */
function may(...[me, verb, target]: [Actor, Verb | null, Actor?]): Outcome | null {
  if (verb === null || can(me, verb, target)) return null
  return reject(Permission.options.some((each) => each === verb) ? 'not-permitted' : 'not-allowed')
}

/** Whether the session knows a person by name: inside, or in the lobby. */
export function isKnown(session: Session, { id }: Pick<Actor, 'id'>): boolean {
  return session.people.has(id) || session.waiting.has(id)
}

/** Decides a system event. One that comes late or twice gives no events. [LOG-3] */
export function decideSystemEvent(session: Session, systemEvent: SystemEvent, at: Millis): Event[] {
  if (session.endedAt !== null) return []
  switch (systemEvent.type) {
    case 'arrive':
      return arrive(session, systemEvent.person, systemEvent.page, at)
    case 'connectionLost':
      return connectionLost(session, systemEvent.person, systemEvent.clean, at)
    case 'serverAway':
      return serverAway(session, systemEvent.since, at)
    case 'roleByLink':
      return roleByLink(session, systemEvent.person, systemEvent.role, at)
    case 'roleByName':
      return roleByName(session, systemEvent.person, systemEvent.role, at)
    case 'chatModeratorByName':
      return chatModeratorByName(session, systemEvent.person, systemEvent.named, at)
    case 'pictureSet':
      return pictureSet(session, systemEvent.person, systemEvent.picture, at)
    case 'spoke':
      return spoke(session, systemEvent.person, at)
    case 'personGone':
      return personGone(session, systemEvent.person, at)
    case 'deleteData':
      return holdsOf(session, systemEvent.person)
        ? [{ type: 'dataDeleted', at, person: systemEvent.person }, ...endedByLeaving(session, systemEvent.person, at)]
        : []
    case 'admitMore':
      return admitMore(session, at)
    case 'unattended':
      return unattended(session, at)
    case 'timeOver':
      return timeOver(session, systemEvent.end, at)
    case 'roomDeleted':
      return endedByNobody(session, at)
    case 'rehearsalMeasured':
      return isRehearsing(session) ? [{ type: 'rehearsalMeasured', at, measured: systemEvent.measured }] : []
    case 'contentGone':
      return contentGone(session, systemEvent.document, at)
    case 'trackPublished':
      return trackPublished(session, systemEvent.person, systemEvent.source, systemEvent.kind, at)
  }
}
