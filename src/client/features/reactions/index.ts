/** Reactions, as far as other features may use it. */
export { REACTION_ACTS, REACTION_SETTING_ACTS } from './acts.ts'
export { ReactionsSwitch } from './ReactionsSwitch.tsx'
export { useReactionsTool } from './use-reactions-tool.tsx'
