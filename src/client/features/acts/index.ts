/** Acts and how they are offered: what other features may use. */
export {
  type Act,
  type Acts,
  type ActContext as Doors,
  isOffered,
  type Now,
  nowOf,
  offersOf,
  type Reason,
} from './act.ts'
export { AnswerButtons } from './AnswerButtons.tsx'
export { KEYED_ACTS, OWN_ACTS, type OwnAct, type OwnId } from './own-acts.tsx'
export { SWITCH_SIGNS, useSwitch } from './switches.ts'
export type { Tool } from './tool.ts'
export { perform } from './perform.tsx'
export {
  type Offered,
  RoomActionsContext as RoomDoorsContext,
  useActs,
  useActContext as useDoors,
  useNow,
  useOffers,
} from './use-acts.ts'
