import { ComingPage } from '../ui/Coming.tsx'
import { later } from '../ui/later.tsx'

/** The pages that lead nowhere; the server that said so can send them. */
export const DeadEndLater = later(async () => (await import('./DeadEnd.tsx')).DeadEnd, <ComingPage />)
