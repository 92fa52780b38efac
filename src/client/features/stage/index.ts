/** The stage: what other features may use. */
export { NoMedia } from './NoMedia.tsx'
export { Stage } from './Stage.tsx'
export { SHARE_ACTS, type SeenShare } from './share/acts.ts'
export { LOOK_ACTS, MAIN_ACTS, MIRROR_ACTS, type Seen, STAGE_ACTS } from './tile/acts.ts'
export { walkTiles } from './tile/walk-tiles.ts'
