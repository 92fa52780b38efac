/** What is presented: what other features may use. */
export { CONTENT_ACTS, type SeenContent } from './acts.ts'
export { contentTile } from './content-tile.ts'
export { usePresent } from './use-present.tsx'
