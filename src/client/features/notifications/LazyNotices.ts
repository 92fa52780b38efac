import { preloadMessages } from '../../i18n/load-messages.ts'
import { lazyPart } from '../../ui/hooks/lazy-part.tsx'

/** The notices; their code comes beside the room, and not before it can be used. */
export const LazyNotices = lazyPart(async () => {
  preloadMessages()
  return (await import('./Notices.tsx')).Notices
})
