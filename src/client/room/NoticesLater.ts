import { later } from '../ui/later.tsx'

/** The notices; their code comes beside the room, and not before it can be used. */
export const NoticesLater = later(async () => (await import('./Notices.tsx')).Notices)
