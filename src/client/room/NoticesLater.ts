import { bringWords } from '../text/text.ts'
import { later } from '../ui/later.tsx'

/** The notices; their code comes beside the room, and not before it can be used. */
export const NoticesLater = later(async () => {
  bringWords('notices')
  return (await import('./Notices.tsx')).Notices
})
