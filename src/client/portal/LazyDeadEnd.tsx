import { LoadingPage } from '../ui/pages/Loading.tsx'
import { lazyPart } from '../ui/hooks/lazy-part.tsx'

/** Pages for addresses that lead nowhere. Loaded later: the server that has just answered can send them. */
export const LazyDeadEnd = lazyPart(async () => (await import('./DeadEnd.tsx')).DeadEnd, <LoadingPage />)
