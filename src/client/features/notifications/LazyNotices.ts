import { preloadMessages } from '../../i18n/load-messages.ts'
import { lazyPart } from '../../ui/hooks/lazy-part.tsx'

/** The notices. Their code is loaded after the room can be used. */
export const LazyNotices = lazyPart(async () => {
  preloadMessages()
  return (await import('./Notices.tsx')).Notices
})
