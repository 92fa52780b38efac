import { byPerson, toPerson, type CommandRows } from '../command-row.ts'
import { askToJoin, clearHands, declineRequest, giveReason, lowerHand, moveHand, raiseHand, setHands } from './hands.ts'

/** The commands of raised hands. */
export const handCommands: CommandRows<
  'raiseHand' | 'askToJoin' | 'giveReason' | 'lowerHand' | 'declineRequest' | 'moveHand' | 'clearHands' | 'setHands'
> = {
  raiseHand: byPerson('raiseHand', ({ session, me, at }) => raiseHand(session, me, at), 'hand'),
  askToJoin: byPerson(null, ({ session, me, at }) => askToJoin(session, me, at), 'hand'),
  giveReason: byPerson(null, ({ session, me, command, at }) => giveReason(session, me, command.reason, at)),
  lowerHand: toPerson(null, ({ session, me, target, at }) => lowerHand(session, me, target, at)),
  declineRequest: toPerson('declineRequest', ({ session, me, target, at }) => declineRequest(session, me, target, at)),
  moveHand: toPerson('moveHand', ({ session, me, target, command, at }) =>
    moveHand(session, me, target, command.before, at),
  ),
  clearHands: byPerson('clearHands', ({ session, me, at }) => clearHands(session, me, at)),
  setHands: byPerson('setHands', ({ session, me, command, at }) => setHands(session, me, command.on, at)),
}
