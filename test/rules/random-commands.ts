import * as fc from 'fast-check'
import type { Command } from '../../src/protocol/commands.ts'
import type { ContentItem } from '../../src/protocol/presenting/content.ts'
import { SLOWNESS } from '../../src/protocol/messages.ts'
import { GivenRole, RoomMode, StageAccess } from '../../src/protocol/types.ts'
import type { Actor, SystemEvent } from '../../src/rules/outcome.ts'
import { isModerator } from '../../src/rules/permissions/policy.ts'

/** What somebody does, or what happens, `after` ms; `again`: the same once more, as after a lost answer. */
export type Step =
  | { actor: Actor; command: Command | 'join'; after: number; again: boolean }
  | { systemEvent: SystemEvent; after: number }
  | { restart: true; after: number }

/** What can be presented. */
export const ITEMS: readonly ContentItem[] = [
  { document: 'slides'.padEnd(22, '_'), kind: 'slides', name: 'Plan.pdf', pages: 9, durationMs: null },
  { document: 'picture'.padEnd(22, '_'), kind: 'picture', name: 'Harbour.png', pages: 1, durationMs: null },
  { document: 'film'.padEnd(22, '_'), kind: 'film', name: 'Walk.mp4', pages: null, durationMs: 60_000 },
]

const flag = fc.boolean()
const source = fc.constantFrom('microphone' as const, 'camera' as const)
const aimed = [
  'lowerHand',
  'declineRequest',
  'invite',
  'revokeInvitation',
  'mute',
  'turnOffCamera',
  'removeFromStage',
  'stopShare',
  'stopContent',
  'askToUnmute',
  'liftRemoval',
  'admit',
  'declineEntry',
  'holdBackstage',
  'bringOn',
] as const
const permissions = fc.record({
  shareScreen: flag,
  presentContent: flag,
  draw: flag,
  writeNotes: flag,
  chat: flag,
  react: flag,
  raiseHand: flag,
  joinStage: flag,
  seeParticipants: flag,
})
const bare = ['leave', 'leaveStage', 'raiseHand', 'askToJoin', 'declineInvitation'] as const

const number = fc.integer({ min: 1, max: 12 })
const word = fc.oneof(fc.string({ maxLength: 40, unit: 'binary' }), fc.constantFrom('', 'x'.repeat(2_001), '\u202Eabc'))

const sweep: fc.Arbitrary<Command> = fc.oneof(
  fc.constantFrom({ type: 'admitAll' as const }, { type: 'clearHands' as const }),
  fc.record({ type: fc.constant('turnOffAll' as const), source, lock: flag }),
  fc.record({ type: fc.constant('unlockAll' as const), source }),
  fc.record({
    type: fc.constantFrom('lockRoom' as const, 'setReactions' as const, 'setHands' as const),
    on: flag,
  }),
  fc.record({ type: fc.constant('setMode' as const), mode: fc.constantFrom(...RoomMode.options) }),
  fc.record({ type: fc.constant('setAccess' as const), access: fc.constantFrom(...StageAccess.options) }),
)

/** Anything that these people can do, and all that can happen to them, in any order; stages of at most so many. */
export function randomSteps(people: readonly Actor[], most: number): fc.Arbitrary<Step> {
  const who = fc.constantFrom(...people)
  const person = who.map(({ id }) => id)
  const ofOne: fc.Arbitrary<Command> = fc.oneof(
    fc.record({ type: fc.constant('setLock' as const), person, source, on: flag }),
    fc.record({ type: fc.constant('setRole' as const), person, role: fc.constantFrom(...GivenRole.options) }),
    fc.record({ type: fc.constantFrom('setChatModerator' as const, 'setMainCamera' as const), person, on: flag }),
    fc.record({ type: fc.constant('setPermissions' as const), person, permissions }),
    fc.record({ type: fc.constant('giveReason' as const), reason: fc.string({ maxLength: 130 }) }),
    fc.record({ type: fc.constant('changeName' as const), name: word }),
    fc.record({ type: fc.constant('moveHand' as const), person, before: fc.option(person, { nil: null }) }),
    fc.record({ type: fc.constant('setStageSize' as const), size: fc.integer({ min: 1, max: most }) }),
    fc.record({ type: fc.constant('removeFromRoom' as const), person, lasting: flag }),
  )
  const other = fc.option(person, { nil: null })
  const said: fc.Arbitrary<Command> = fc.oneof(
    fc.record({
      type: fc.constant('write' as const),
      text: word,
      to: other,
      reply: fc.option(number, { nil: null }),
      key: fc.option(fc.constantFrom('one'.padEnd(22, '_'), 'two'.padEnd(22, '_')), { nil: null }),
    }),
    fc.record({ type: fc.constant('likeMessage' as const), n: number, on: flag }),
    fc.record({ type: fc.constant('deleteMessage' as const), n: number, with: other }),
    fc.record({ type: fc.constant('pinMessage' as const), n: fc.option(number, { nil: null }) }),
    fc.record({ type: fc.constantFrom('blockFromChat' as const, 'letBackIntoChat' as const), person }),
    fc.record({ type: fc.constantFrom('pauseChat' as const, 'setPrivateChat' as const), on: flag }),
    fc.record({ type: fc.constant('setSlowMode' as const), seconds: fc.constantFrom(...SLOWNESS) }),
    fc.constant({ type: 'clearChat' as const }),
    fc.record({ type: fc.constant('giveFeedback' as const), mark: fc.integer({ min: 1, max: 5 }), text: word }),
  )
  const turn = fc.record({ type: fc.constantFrom('turnMicrophone' as const, 'turnCamera' as const), on: flag })
  const share = fc.record({
    type: fc.constant('startShare' as const),
    sound: flag,
    instead: fc.option(person, { nil: null }),
  })
  const document = fc.constantFrom(...ITEMS.map((item) => item.document), 'none'.padEnd(22, '_'))
  const zoom = fc.record({
    scale: fc.integer({ min: 1, max: 8 }),
    x: fc.constantFrom(0, 0.5),
    y: fc.constantFrom(0, 1),
  })
  const present: fc.Arbitrary<Command> = fc.oneof(
    fc.record({ type: fc.constant('presentContent' as const), document, page: number, instead: other }),
    fc.record({ type: fc.constant('turnPage' as const), document, page: number }),
    fc.record({ type: fc.constant('playContent' as const), document, playing: flag, positionMs: fc.nat(90_000) }),
    fc.record({ type: fc.constant('zoomContent' as const), document, zoom: fc.option(zoom, { nil: null }) }),
  )
  const up = fc.record({ type: fc.constant('goOnStage' as const), microphone: flag, camera: flag })
  const command: fc.Arbitrary<Command | 'join'> = fc.oneof(
    { weight: 20, arbitrary: fc.constant('join' as const) },
    { weight: 12, arbitrary: up },
    { weight: 16, arbitrary: fc.constantFrom(...bare).map((type) => ({ type })) },
    { weight: 20, arbitrary: fc.record({ type: fc.constantFrom(...aimed), person }) },
    { weight: 8, arbitrary: turn },
    { weight: 8, arbitrary: share },
    { weight: 12, arbitrary: present },
    { weight: 12, arbitrary: ofOne },
    { weight: 12, arbitrary: said },
    { weight: 1, arbitrary: sweep },
  )
  const page = fc.constantFrom('a'.repeat(22), 'b'.repeat(22))
  const rare: fc.Arbitrary<SystemEvent> = fc.oneof(
    fc.record({ type: fc.constant('serverAway' as const), since: fc.nat(4_000_000) }),
    fc.constant({ type: 'unattended' as const }),
    fc.record({ type: fc.constant('contentGone' as const), document }),
    fc.record({ type: fc.constant('timeOver' as const), end: fc.nat(4_000_000) }),
  )
  const systemEvent: fc.Arbitrary<SystemEvent> = fc.oneof(
    { weight: 4, arbitrary: fc.record({ type: fc.constant('connectionLost' as const), person, clean: flag }) },
    { weight: 4, arbitrary: fc.record({ type: fc.constant('personGone' as const), person }) },
    { weight: 8, arbitrary: fc.record({ type: fc.constant('arrive' as const), person, page }) },
    { weight: 4, arbitrary: fc.record({ type: fc.constant('spoke' as const), person }) },
    {
      weight: 2,
      arbitrary: fc.record({
        type: fc.constant('roleByLink' as const),
        person,
        role: fc.constantFrom('speaker', 'moderator'),
      }),
    },
    { weight: 1, arbitrary: rare },
  )
  const runner = fc.constantFrom(...people.filter(({ role }) => isModerator(role)))
  const actor = fc.oneof({ weight: 2, arbitrary: who }, { weight: 1, arbitrary: runner })
  // Now and then the clock jumps.
  const after = fc.oneof(
    { weight: 60, arbitrary: fc.nat(5_000) },
    { weight: 20, arbitrary: fc.nat(90_000) },
    { weight: 1, arbitrary: fc.nat(4_000_000) },
  )
  const again = fc.nat(9).map((n) => n === 0)
  return fc.oneof(
    { weight: 160, arbitrary: fc.record({ actor, command, after, again }) },
    { weight: 40, arbitrary: fc.record({ systemEvent, after }) },
    { weight: 1, arbitrary: fc.record({ restart: fc.constant(true as const), after: fc.nat(90_000) }) },
  )
}
