import type { Command } from '../../src/protocol/commands.ts'
import type { PersonId, Role } from '../../src/protocol/types.ts'
import { can, permissionsOf, type Verb } from '../../src/rules/permissions/policy.ts'
import { ON_STAGE } from './given.ts'

export const ROLES: readonly Role[] = ['host', 'cohost', 'moderator', 'speaker', 'participant']

/** Where somebody can be, as seen from the room. */
export const PLACES = [
  'outside',
  'waiting',
  'removed',
  'watching',
  'hand up',
  'invited',
  'held',
  'backstage',
  'stage',
] as const
export type Place = (typeof PLACES)[number]

/** One thing to ask, by the verb that decides it; `aimed` when it is about somebody who must be inside, or was (`met`). */
export type Ask = { verb: Verb; aimed: boolean; met?: true; command: (target: PersonId) => Command }

const about = (verb: Verb & Extract<Command, { person: PersonId }>['type']): Ask => ({
  verb,
  aimed: true,
  command: (person) => ({ type: verb, person }) as Command,
})
const room = (verb: Verb, command: Command): Ask => ({ verb, aimed: false, command: () => command })

/** Everything that one can do to another or to the room. */
export const ASKS: readonly Ask[] = [
  about('invite'),
  about('holdBackstage'),
  about('bringOn'),
  about('revokeInvitation'),
  about('declineRequest'),
  about('askToUnmute'),
  about('lowerHand'),
  about('mute'),
  about('turnOffCamera'),
  about('removeFromStage'),
  about('stopShare'),
  { verb: 'stopShare', aimed: true, command: (person) => ({ type: 'stopContent', person }) },
  { verb: 'moveHand', aimed: true, command: (person) => ({ type: 'moveHand', person, before: null }) },
  { verb: 'lock', aimed: true, command: (person) => ({ type: 'setLock', person, source: 'microphone', on: true }) },
  { verb: 'lock', aimed: true, command: (person) => ({ type: 'setLock', person, source: 'microphone', on: false }) },
  { verb: 'setMainCamera', aimed: true, command: (person) => ({ type: 'setMainCamera', person, on: true }) },
  { verb: 'setRole', aimed: true, command: (person) => ({ type: 'setRole', person, role: 'participant' }) },
  { verb: 'setChatModerator', aimed: true, command: (person) => ({ type: 'setChatModerator', person, on: true }) },
  {
    verb: 'editPermissions',
    aimed: true,
    command: (person) => ({ type: 'setPermissions', person, permissions: permissionsOf({ role: 'speaker' }) }),
  },
  {
    verb: 'removeFromRoom',
    aimed: true,
    met: true,
    command: (person) => ({ type: 'removeFromRoom', person, lasting: true }),
  },
  { verb: 'liftRemoval', aimed: false, command: (person) => ({ type: 'liftRemoval', person }) },
  { verb: 'admit', aimed: false, command: (person) => ({ type: 'admit', person }) },
  { verb: 'admit', aimed: false, command: (person) => ({ type: 'declineEntry', person }) },
  room('admit', { type: 'admitAll' }),
  room('clearHands', { type: 'clearHands' }),
  room('mute', { type: 'turnOffAll', source: 'camera', lock: false }),
  room('lock', { type: 'unlockAll', source: 'camera' }),
  room('lockRoom', { type: 'lockRoom', on: true }),
  room('setAccess', { type: 'setAccess', access: 'request' }),
  room('setMode', { type: 'setMode', mode: 'webinar' }),
  { verb: 'blockFromChat', aimed: true, met: true, command: (person) => ({ type: 'blockFromChat', person }) },
  { verb: 'blockFromChat', aimed: false, command: (person) => ({ type: 'letBackIntoChat', person }) },
  room('pinMessage', { type: 'pinMessage', n: 1 }),
  room('clearChat', { type: 'clearChat' }),
  room('setChat', { type: 'pauseChat', on: true }),
  room('setChat', { type: 'setSlowMode', seconds: 5 }),
  room('setPrivateChat', { type: 'setPrivateChat', on: false }),
  room('rehearse', { type: 'stopRehearsal' }),
  room('endSession', { type: 'endSession' }),
  room('deleteRoom', { type: 'deleteRoom' }),
  room('setReactions', { type: 'setReactions', on: false }),
  room('setHands', { type: 'setHands', on: true }),
  room('setStageSize', { type: 'setStageSize', size: 40 }),
]

/** What the table says of an ask: the refusal that it must be, or null where it is allowed. */
export function refusalByTable(ask: Ask, actor: Role, target: Role, isInside: boolean): 'not-allowed' | null {
  const allowed =
    ask.aimed && isInside ? can({ role: actor }, ask.verb, { role: target }) : can({ role: actor }, ask.verb)
  return allowed ? null : 'not-allowed'
}

/** How the target gets to a place, from being inside as a viewer: who does what. */
export const WAY_TO: Record<
  Exclude<Place, 'outside' | 'waiting'>,
  (person: PersonId) => ['host' | 'target', Command][]
> = {
  removed: (person) => [['host', { type: 'removeFromRoom', person, lasting: false }]],
  watching: () => [],
  'hand up': () => [['target', { type: 'raiseHand' }]],
  invited: (person) => [['host', { type: 'invite', person }]],
  held: (person) => [['host', { type: 'holdBackstage', person }]],
  backstage: (person) => [
    ['host', { type: 'holdBackstage', person }],
    ['target', ON_STAGE],
  ],
  stage: (person) => [
    ['host', { type: 'invite', person }],
    ['target', ON_STAGE],
  ],
}

/** Whether somebody of a role can be at a place at all: who runs the room neither waits nor is held. [WAIT-2] [BACKSTAGE-1] */
export function isReal(role: Role, place: Place): boolean {
  if (role === 'host' && place === 'removed') return false
  return !(['host', 'cohost', 'moderator'].includes(role) && ['waiting', 'held', 'backstage'].includes(place))
}
