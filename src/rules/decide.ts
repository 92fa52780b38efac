import type { Command } from '../protocol/commands.ts'
import type { Event } from '../protocol/events.ts'
import type { Millis, PersonId } from '../protocol/words.ts'
import { askToJoin, declineRequest, lowerHand, raiseHand } from './hands.ts'
import { declineInvitation, invite, revokeInvitation } from './invitations.ts'
import { refuse, type Actor, type Fact, type Outcome } from './outcome.ts'
import { endSession, setAccess } from './room.ts'
import type { Session } from './session.ts'
import { goOnStage, leaveStage, removeFromStage, trackPublished, turn, turnOff } from './stage.ts'
import { arrive, connectionLost, everyConnectionLost, join, leave, personGone } from './presence.ts'

/** What a person's command leads to. Pure: the time is an argument, the session is only read. */
export function decide(session: Session, actor: Actor, command: Command, at: Millis): Outcome {
  if (session.endedAt !== null) return refuse('session-ended')
  if (command.type === 'join') return join(session, actor, command.page, at)
  const me = session.people.get(actor.id)
  if (!me) return refuse('not-in-room')
  switch (command.type) {
    case 'leave':
      return leave(me, at)
    case 'goOnStage':
      return goOnStage(session, me, command, at)
    case 'leaveStage':
      return leaveStage(me, at)
    case 'turnMicrophone':
      return turn(me, 'microphone', command.on, at)
    case 'turnCamera':
      return turn(me, 'camera', command.on, at)
    case 'raiseHand':
      return raiseHand(session, me, at)
    case 'askToJoin':
      return askToJoin(session, me, at)
    case 'endSession':
      return endSession(me, at)
    case 'setAccess':
      return setAccess(session, me, command.access, at)
    case 'declineInvitation':
      return declineInvitation(session, me, at)
    default:
      return decideAbout(session, me, command, at)
  }
}

type Aimed = Extract<Command, { person: PersonId }>

function decideAbout(session: Session, me: Actor, command: Aimed, at: Millis): Outcome {
  const target = session.people.get(command.person)
  if (!target) return refuse('no-such-person')
  switch (command.type) {
    case 'lowerHand':
      return lowerHand(session, me, target, at)
    case 'declineRequest':
      return declineRequest(session, me, target, at)
    case 'invite':
      return invite(me, target, at)
    case 'revokeInvitation':
      return revokeInvitation(me, target, at)
    case 'mute':
      return turnOff(me, target, 'microphone', at)
    case 'turnOffCamera':
      return turnOff(me, target, 'camera', at)
    case 'removeFromStage':
      return removeFromStage(me, target, at)
  }
}

/** What a fact leads to; late or repeated, it leads to nothing. [LOG-3] */
export function decideFact(session: Session, fact: Fact, at: Millis): Event[] {
  if (session.endedAt !== null) return []
  switch (fact.type) {
    case 'arrive':
      return arrive(session, fact.person, fact.page, at)
    case 'connectionLost':
      return connectionLost(session, fact.person, fact.clean, at)
    case 'everyConnectionLost':
      return everyConnectionLost(session, at)
    case 'personGone':
      return personGone(session, fact.person, at)
    case 'trackPublished':
      return trackPublished(session, fact.person, fact.source, fact.kind, at)
  }
}
