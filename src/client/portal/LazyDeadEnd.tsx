import { LoadingPage } from '../ui/pages/Loading.tsx'
import { later } from '../ui/hooks/lazy-part.tsx'

/** The pages that lead nowhere; the server that said so can send them. */
export const DeadEndLater = later(async () => (await import('./DeadEnd.tsx')).DeadEnd, <LoadingPage />)
