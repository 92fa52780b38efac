/** Acts and how they are offered: what other features may use. */
export { type Act, type Acts, type ActContext, isOffered, type Now, nowOf, offersOf, type Reason } from './act.ts'
export { AnswerButtons } from './AnswerButtons.tsx'
export { KEYED_ACTS, OWN_ACTS, type OwnAct, type OwnId } from './own-acts.tsx'
export { SWITCH_SIGNS, useSwitch } from './switches.ts'
export type { Tool } from './tool.ts'
export { perform } from './perform.tsx'
export { type Offered, RoomActionsContext, useActs, useActContext, useOffers } from './use-acts.ts'
export { useNow } from './use-now.ts'
