import type { Command } from '../../../protocol/commands.ts'
import type { PersonView } from '../../../protocol/views.ts'
import type { GivenRole, Source } from '../../../protocol/types.ts'
import { isLocked } from '../../../rules/moderation/is-locked.ts'
import { can, mayGive, type Verb } from '../../../rules/permissions/policy.ts'
import { queueOf, type Session } from '../../../rules/session/session.ts'

/** Everything that a person's menu may hold, by the name of its words in the catalogue. */
export type PersonAct =
  | 'invite'
  | 'holdBackstage'
  | 'bringOn'
  | 'revokeInvitation'
  | 'askToUnmute'
  | 'mute'
  | 'lockMicrophone'
  | 'unlockMicrophone'
  | 'turnOffCamera'
  | 'lockCamera'
  | 'unlockCamera'
  | 'stopShare'
  | 'moveToFront'
  | 'moveUp'
  | 'moveDown'
  | 'lowerHand'
  | 'setCohost'
  | 'setModerator'
  | 'setSpeaker'
  | 'setParticipant'
  | 'setChatModerator'
  | 'unsetChatModerator'
  | 'editPermissions'
  | 'removeFromStage'
  | 'removeFromRoom'

/** What is offered; without a command it opens something to be answered first. */
export type Offer = { act: PersonAct; command: Command | null }

const GIVES: readonly [PersonAct, GivenRole][] = [
  ['setCohost', 'cohost'],
  ['setModerator', 'moderator'],
  ['setSpeaker', 'speaker'],
  ['setParticipant', 'participant'],
]

/** What one person's menu offers to another: what the policy allows and the moment makes possible. */
export function actsOn(session: Session, me: PersonView, other: PersonView): Offer[] {
  if (me.id === other.id) return []
  const person = other.id
  const isUp = other.place !== 'viewer'
  const isHeld = other.place === 'backstage' || other.invitation?.hold === true
  const offer = (act: PersonAct, verb: Verb, isPossible: boolean, command: Command | null): Offer[] =>
    isPossible && can(me, verb, other) ? [{ act, command }] : []
  const lock = (
    source: Source,
    on: Extract<PersonAct, `lock${string}`>,
    off: Extract<PersonAct, `unlock${string}`>,
  ) => {
    const isOn = isLocked(session, other, source)
    return offer(isOn ? off : on, 'lock', isUp || isOn, { type: 'setLock', person, source, on: !isOn })
  }
  const isUnmutable = isUp && !other.microphone && !isLocked(session, other, 'microphone')
  const { chatModerator } = other
  return [
    ...offer('invite', 'invite', other.place === 'viewer' && !other.invitation, { type: 'invite', person }),
    ...offer('holdBackstage', 'holdBackstage', !isUp && !isHeld, { type: 'holdBackstage', person }),
    ...offer('bringOn', 'bringOn', isHeld, { type: 'bringOn', person }),
    ...offer('revokeInvitation', 'revokeInvitation', other.invitation !== null, { type: 'revokeInvitation', person }),
    ...offer('askToUnmute', 'askToUnmute', isUnmutable, { type: 'askToUnmute', person }),
    ...offer('mute', 'mute', other.microphone, { type: 'mute', person }),
    ...lock('microphone', 'lockMicrophone', 'unlockMicrophone'),
    ...offer('turnOffCamera', 'turnOffCamera', other.camera, { type: 'turnOffCamera', person }),
    ...lock('camera', 'lockCamera', 'unlockCamera'),
    ...offer('stopShare', 'stopShare', session.share?.person === person, { type: 'stopShare', person }),
    ...movesOf(session, me, other),
    ...offer('lowerHand', 'lowerHand', session.hands.has(person), { type: 'lowerHand', person }),
    ...GIVES.filter(([, role]) => other.role !== role && mayGive(me, role, other)).map(([act, role]) => ({
      act,
      command: { type: 'setRole' as const, person, role },
    })),
    ...offer(chatModerator ? 'unsetChatModerator' : 'setChatModerator', 'setChatModerator', true, {
      type: 'setChatModerator',
      person,
      on: !chatModerator,
    }),
    ...offer('editPermissions', 'editPermissions', true, null),
    ...offer('removeFromStage', 'removeFromStage', isUp, { type: 'removeFromStage', person }),
    ...offer('removeFromRoom', 'removeFromRoom', true, null),
  ]
}

/** The ways of a hand through the queue; the same by a pointer in RaisedHands. [HAND-6] */
function movesOf(session: Session, me: PersonView, other: PersonView): Offer[] {
  if (!can(me, 'moveHand', other)) return []
  const queue = queueOf(session).map((hand) => hand.person)
  const place = queue.indexOf(other.id)
  if (place < 0) return []
  const to = (act: PersonAct, index: number): Offer => ({
    act,
    command: { type: 'moveHand', person: other.id, before: queue[index] ?? null },
  })
  return [
    ...(place > 1 ? [to('moveToFront', 0)] : []),
    ...(place > 0 ? [to('moveUp', place - 1)] : []),
    ...(place < queue.length - 1 ? [to('moveDown', place + 2)] : []),
  ]
}
