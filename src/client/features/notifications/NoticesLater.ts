import { bringWords } from '../../i18n/messages.ts'
import { later } from '../../ui/hooks/lazy-part.tsx'

/** The notices; their code comes beside the room, and not before it can be used. */
export const NoticesLater = later(async () => {
  bringWords('notices')
  return (await import('./Notices.tsx')).Notices
})
