import * as z from 'zod/mini'
import { GivenRole, Id, Permission, Reactions, RoomMode, Source, STAGE_MAX, StageAccess } from './words.ts'

const bare = <T extends string>(type: T) => z.strictObject({ type: z.literal(type) })
const about = <T extends string>(type: T) => z.strictObject({ type: z.literal(type), person: Id })
const flip = <T extends string>(type: T) => z.strictObject({ type: z.literal(type), on: z.boolean() })

/** Everything a person can ask of the room. What is not here cannot be asked. */
export const Command = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('join'), page: Id }),
  bare('leave'),
  z.strictObject({ type: z.literal('goOnStage'), microphone: z.boolean(), camera: z.boolean() }),
  bare('leaveStage'),
  flip('turnMicrophone'),
  flip('turnCamera'),
  /** `instead`: of whom, where somebody shares. [SHARE-3] */
  z.strictObject({ type: z.literal('startShare'), sound: z.boolean(), instead: z.nullable(Id) }),
  about('stopShare'),
  bare('raiseHand'),
  /** Why one's hand is up. [HAND-5] */
  z.strictObject({ type: z.literal('giveReason'), reason: z.string() }),
  /** To the place before another's, or to the end. [HAND-6] */
  z.strictObject({ type: z.literal('moveHand'), person: Id, before: z.nullable(Id) }),
  bare('clearHands'),
  /** The own voice is heard, with the microphone on. [STAGE-7] */
  bare('spoke'),
  z.strictObject({ type: z.literal('setMode'), mode: RoomMode }),
  z.strictObject({
    type: z.literal('setStageSize'),
    size: z.int().check(z.minimum(1), z.maximum(STAGE_MAX)),
  }),
  /** What one has shown since the message before; counted, and kept nowhere. [REACT-5] */
  z.strictObject({ type: z.literal('react'), reactions: Reactions }),
  flip('setReactions'),
  bare('askToJoin'),
  about('lowerHand'),
  about('declineRequest'),
  about('invite'),
  /** Calls somebody up into the wings, or keeps there who was called up. [WINGS-1] */
  about('holdInWings'),
  about('bringOn'),
  about('revokeInvitation'),
  bare('declineInvitation'),
  about('mute'),
  about('turnOffCamera'),
  about('removeFromStage'),
  z.strictObject({ type: z.literal('setAccess'), access: StageAccess }),
  bare('endSession'),
  z.strictObject({ type: z.literal('setRole'), person: Id, role: GivenRole }),
  z.strictObject({ type: z.literal('setChatModerator'), person: Id, on: z.boolean() }),
  z.strictObject({ type: z.literal('setPermissions'), person: Id, permissions: z.record(Permission, z.boolean()) }),
  z.strictObject({ type: z.literal('setLock'), person: Id, source: Source, on: z.boolean() }),
  z.strictObject({ type: z.literal('turnOffAll'), source: Source, lock: z.boolean() }),
  z.strictObject({ type: z.literal('unlockAll'), source: Source }),
  about('askToUnmute'),
  z.strictObject({ type: z.literal('removeFromRoom'), person: Id, lasting: z.boolean() }),
  about('liftRemoval'),
  flip('lockRoom'),
  about('admit'),
  bare('admitAll'),
  about('declineEntry'),
])
export type Command = z.infer<typeof Command>
