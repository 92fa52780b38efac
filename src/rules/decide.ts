import type { Command } from '../protocol/commands.ts'
import type { Event } from '../protocol/events.ts'
import type { Message } from '../protocol/messages.ts'
import type { Millis, PersonId } from '../protocol/words.ts'
import { askToJoin, clearHands, declineRequest, giveReason, lowerHand, moveHand, raiseHand } from './hands/hands.ts'
import { declineInvitation, holdInWings, invite, revokeInvitation } from './invitations/invitations.ts'
import {
  blockFromChat,
  clearChat,
  deleteMessage,
  giveFeedback,
  letBackIntoChat,
  likeMessage,
  pauseChat,
  pinMessage,
  setPrivateChat,
  setSlowMode,
  write,
} from './chat/chat.ts'
import { refuse, type Actor, type Fact, type Outcome } from './outcome.ts'
import { endSession, setAccess, setMode, setStageSize, unattended } from './session/room.ts'
import { askToUnmute, setLock, turnOffAll, unlockAll } from './moderation/locks.ts'
import { react, setReactions } from './reactions/reactions.ts'
import { setMainCamera } from './stage/main-camera.ts'
import { liftRemoval, removeFromRoom } from './moderation/removal.ts'
import { startShare, stopShare } from './share/share.ts'
import { roleByLink, setChatModerator, setPermissions, setRole } from './permissions/roles.ts'
import { admit, admitAll, declineEntry, hasToWait, knock, lockRoom, stopWaiting } from './entry/lobby.ts'
import type { Person, Session } from './session/session.ts'
import { bringOn, goOnStage, leaveStage, removeFromStage, spoke, trackPublished, turn, turnOff } from './stage/stage.ts'
import { arrive, changeName, connectionLost, join, leave, personGone, serverAway } from './entry/presence.ts'

/**
 * What a person's command leads to. Pure: the time is an argument, the session is only read. `about`: the message that the
 * command is about (see `messageOf`), as the store has it for that person.
 */
export function decide(
  session: Session,
  actor: Actor,
  command: Command,
  at: Millis,
  about: Message | null = null,
): Outcome {
  if (session.endedAt !== null) return refuse('session-ended')
  if (command.type === 'join') return enter(session, actor, command.page, at)
  if (command.type === 'leave' && session.waiting.has(actor.id)) return stopWaiting(actor.id, at)
  // Who waits has a name there, too.
  if (command.type === 'changeName' && session.waiting.has(actor.id)) return changeName(actor, command.name, at)
  const me = session.people.get(actor.id)
  if (!me) return refuse('not-in-room')
  switch (command.type) {
    case 'leave':
      return leave(me, at)
    case 'goOnStage':
      return goOnStage(session, me, command, at)
    case 'leaveStage':
      return leaveStage(me, at)
    case 'changeName':
      return changeName(me, command.name, at)
    case 'turnMicrophone':
      return turn(session, me, 'microphone', command.on, at)
    case 'turnCamera':
      return turn(session, me, 'camera', command.on, at)
    case 'startShare':
      return startShare(session, me, command, at)
    case 'raiseHand':
      return raiseHand(session, me, at)
    case 'giveReason':
      return giveReason(session, me, command.reason, at)
    case 'clearHands':
      return clearHands(session, me, at)
    case 'react':
      return react(session, me)
    case 'setReactions':
      return setReactions(session, me, command.on, at)
    case 'setMode':
      return setMode(session, me, command.mode, at)
    case 'setStageSize':
      return setStageSize(session, me, command.size, at)
    case 'askToJoin':
      return askToJoin(session, me, at)
    case 'endSession':
      return endSession(session, me, at)
    case 'setAccess':
      return setAccess(session, me, command.access, at)
    case 'declineInvitation':
      return declineInvitation(session, me, at)
    case 'turnOffAll':
      return turnOffAll(session, me, command.source, command.lock, at)
    case 'unlockAll':
      return unlockAll(session, me, command.source, at)
    case 'lockRoom':
      return lockRoom(session, me, command.on, at)
    case 'admit':
      return admit(session, me, command.person, at)
    case 'admitAll':
      return admitAll(session, me, at)
    case 'declineEntry':
      return declineEntry(session, me, command.person, at)
    case 'write':
      return write(session, me, command, about, at)
    case 'likeMessage':
      return likeMessage(session, me, command.on, about, at)
    case 'deleteMessage':
      return deleteMessage(session, me, command.with, about, at)
    case 'pinMessage':
      return pinMessage(session, me, command.n, about, at)
    case 'blockFromChat':
      return blockFromChat(session, me, command.person, at)
    case 'removeFromRoom':
      return removeFromRoom(session, me, command.person, command.lasting, at)
    case 'letBackIntoChat':
      return letBackIntoChat(session, me, command.person, at)
    case 'clearChat':
      return clearChat(session, me, at)
    case 'pauseChat':
      return pauseChat(session, me, command.on, at)
    case 'setSlowMode':
      return setSlowMode(session, me, command.seconds, at)
    case 'setPrivateChat':
      return setPrivateChat(session, me, command.on, at)
    case 'giveFeedback':
      return giveFeedback(session, me, command.mark, command.text, at)
    case 'liftRemoval':
      return liftRemoval(session, me, command.person, at)
    default:
      return decideAbout(session, me, command, at)
  }
}

/** Whether the session has somebody's name: inside, or waiting. */
export function isKnown(session: Session, { id }: Pick<Actor, 'id'>): boolean {
  return session.people.has(id) || session.waiting.has(id)
}

/** Through the door, or before it. [WAIT-1] */
function enter(session: Session, actor: Actor, page: string, at: Millis): Outcome {
  const isNew = !session.people.has(actor.id) && !session.removed.has(actor.id)
  return isNew && hasToWait(session, actor) ? knock(session, actor, page, at) : join(session, actor, page, at)
}

// These are about somebody who need not be inside.
type Outside = 'liftRemoval' | 'admit' | 'declineEntry' | 'blockFromChat' | 'letBackIntoChat' | 'removeFromRoom'
type Aimed = Exclude<Extract<Command, { person: PersonId }>, { type: Outside }>

function decideAbout(session: Session, me: Person, command: Aimed, at: Millis): Outcome {
  const target = session.people.get(command.person)
  if (!target) return refuse('no-such-person')
  switch (command.type) {
    case 'moveHand':
      return moveHand(session, me, target, command.before, at)
    case 'lowerHand':
      return lowerHand(session, me, target, at)
    case 'declineRequest':
      return declineRequest(session, me, target, at)
    case 'invite':
      return invite(me, target, at)
    case 'holdInWings':
      return holdInWings(me, target, at)
    case 'bringOn':
      return bringOn(session, me, target, at)
    case 'revokeInvitation':
      return revokeInvitation(me, target, at)
    case 'mute':
      return turnOff(me, target, 'microphone', at)
    case 'turnOffCamera':
      return turnOff(me, target, 'camera', at)
    case 'removeFromStage':
      return removeFromStage(me, target, at)
    case 'stopShare':
      return stopShare(session, me, target, at)
    case 'setMainCamera':
      return setMainCamera(session, me, target, command.on, at)
    case 'setRole':
      return setRole(session, me, target, command.role, at)
    case 'setChatModerator':
      return setChatModerator(me, target, command.on, at)
    case 'setPermissions':
      return setPermissions(session, me, target, command.permissions, at)
    case 'setLock':
      return setLock(session, me, target, command.source, command.on, at)
    case 'askToUnmute':
      return askToUnmute(session, me, target, at)
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
    case 'serverAway':
      return serverAway(session, fact.since, at)
    case 'roleByLink':
      return roleByLink(session, fact.person, fact.role, at)
    case 'spoke':
      return spoke(session, fact.person, at)
    case 'personGone':
      return personGone(session, fact.person, at)
    case 'unattended':
      return unattended(session, at)
    case 'trackPublished':
      return trackPublished(session, fact.person, fact.source, fact.kind, at)
  }
}
