import { lazyPart } from '../ui/hooks/lazy-part.tsx'
import { ComingOver } from '../ui/pages/Loading.tsx'

/** A sheet on a page around the rooms: what draws it is loaded when one is opened. */
export const Sheet = lazyPart(async () => (await import('../ui/overlays/Sheet.tsx')).Sheet, <ComingOver />)
