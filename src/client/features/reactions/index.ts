/** Reactions: what other features may use. */
export { REACTION_ACTS, REACTION_SETTING_ACTS } from './acts.ts'
export { ReactionsSwitch } from './ReactionsSwitch.tsx'
export { useReactionsTool } from './use-reactions-tool.tsx'
