/** Raised hands: what other features may use. */
export { REQUEST_ACTS } from './acts.ts'
export { HAND_SETTING_ACTS } from './setting-acts.ts'
export { HandsSwitch } from './HandsSwitch.tsx'
export { RaisedHands } from './RaisedHands.tsx'
export { RequestAnswers } from './RequestAnswers.tsx'
export { useHandPlace } from './use-hand-place.ts'
