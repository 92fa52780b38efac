import { LoadingPage } from '../ui/pages/Loading.tsx'
import { lazyPart } from '../ui/hooks/lazy-part.tsx'

/** The pages that lead nowhere; the server that said so can send them. */
export const LazyDeadEnd = lazyPart(async () => (await import('./DeadEnd.tsx')).DeadEnd, <LoadingPage />)
