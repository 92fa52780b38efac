import * as v from 'valibot'
import { Mark, Slowness, TypedText } from './messages.ts'
import { Typed } from './names.ts'
import { GivenRole, Id, Permission, Reactions, RoomMode, Source, STAGE_MAX, StageAccess } from './words.ts'

const bare = <T extends string>(type: T) => v.strictObject({ type: v.literal(type) })
const about = <T extends string>(type: T) => v.strictObject({ type: v.literal(type), person: Id })
const flip = <T extends string>(type: T) => v.strictObject({ type: v.literal(type), on: v.boolean() })

const Nth = v.pipe(v.number(), v.integer(), v.minValue(1))

/** Everything a person can ask of the room. What is not here cannot be asked. */
export const Command = v.variant('type', [
  v.strictObject({ type: v.literal('join'), page: Id }),
  bare('leave'),
  v.strictObject({ type: v.literal('goOnStage'), microphone: v.boolean(), camera: v.boolean() }),
  bare('leaveStage'),
  flip('turnMicrophone'),
  flip('turnCamera'),
  /** `instead`: of whom, where somebody shares. [SHARE-3] */
  v.strictObject({ type: v.literal('startShare'), sound: v.boolean(), instead: v.nullable(Id) }),
  about('stopShare'),
  bare('raiseHand'),
  /** Why one's hand is up. [HAND-5] */
  v.strictObject({ type: v.literal('giveReason'), reason: Typed }),
  /** To the place before another's, or to the end. [HAND-6] */
  v.strictObject({ type: v.literal('moveHand'), person: Id, before: v.nullable(Id) }),
  bare('clearHands'),
  /** One's own, for everybody. [NAME-3] */
  v.strictObject({ type: v.literal('changeName'), name: Typed }),
  v.strictObject({ type: v.literal('setMode'), mode: RoomMode }),
  v.strictObject({
    type: v.literal('setStageSize'),
    size: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(STAGE_MAX)),
  }),
  /** What one has shown since the message before; counted, and kept nowhere. [REACT-5] */
  v.strictObject({ type: v.literal('react'), reactions: Reactions }),
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
  /** Shows somebody on stage large to everybody. [MAIN-1] */
  v.strictObject({ type: v.literal('setMainCamera'), person: Id, on: v.boolean() }),
  v.strictObject({ type: v.literal('setAccess'), access: StageAccess }),
  bare('endSession'),
  v.strictObject({ type: v.literal('setRole'), person: Id, role: GivenRole }),
  v.strictObject({ type: v.literal('setChatModerator'), person: Id, on: v.boolean() }),
  v.strictObject({
    type: v.literal('setPermissions'),
    person: Id,
    /** Those that are to be other; the rest stays as it is. */
    permissions: v.strictObject(v.entriesFromList(Permission.options, v.exactOptional(v.boolean()))),
  }),
  v.strictObject({ type: v.literal('setLock'), person: Id, source: Source, on: v.boolean() }),
  v.strictObject({ type: v.literal('turnOffAll'), source: Source, lock: v.boolean() }),
  v.strictObject({ type: v.literal('unlockAll'), source: Source }),
  about('askToUnmute'),
  v.strictObject({ type: v.literal('removeFromRoom'), person: Id, lasting: v.boolean() }),
  about('liftRemoval'),
  flip('lockRoom'),
  about('admit'),
  /**
   * To everybody, or privately `to` one; a `reply` answers the message of that number there [CHAT-1] [CHAT-4]. What is asked
   * again under the same `key` was said already [CHAT-19].
   */
  v.strictObject({
    type: v.literal('write'),
    text: TypedText,
    to: v.nullable(Id),
    reply: v.nullable(Nth),
    key: v.nullable(Id),
  }),
  v.strictObject({ type: v.literal('likeMessage'), n: Nth, on: v.boolean() }),
  /** `with`: of the private conversation with that person. */
  v.strictObject({ type: v.literal('deleteMessage'), n: Nth, with: v.nullable(Id) }),
  /** Null unpins. [CHAT-6] */
  v.strictObject({ type: v.literal('pinMessage'), n: v.nullable(Nth) }),
  about('blockFromChat'),
  about('letBackIntoChat'),
  bare('clearChat'),
  flip('pauseChat'),
  v.strictObject({ type: v.literal('setSlowMode'), seconds: Slowness }),
  flip('setPrivateChat'),
  v.strictObject({ type: v.literal('giveFeedback'), mark: Mark, text: TypedText }),
  bare('admitAll'),
  about('declineEntry'),
])
export type Command = v.InferOutput<typeof Command>
