import type { Source } from '../../../protocol/types.ts'
import { isHandheld } from '../devices/handheld.ts'

/** What is open to others now, how to turn it off, and how to notify the person. */
type Own = { open(): readonly Source[]; off(source: Source): void; tell(source: Source): void }

/**
 * [DEVICE-4] On a handheld an incoming call, a locked screen or another app hides the page: what is open goes off, visibly for everybody,
 * and stays off; the person is notified on coming back. Runs until the returned function is called.
 */
export function watchInterruptions(own: Own): () => void {
  let cut: readonly Source[] = []
  const gone = () => {
    if (!isHandheld()) return
    const open = own.open()
    if (open.length > 0) cut = open
    for (const source of open) own.off(source)
  }
  const back = () => {
    for (const source of cut) own.tell(source)
    cut = []
  }
  const changed = () => (document.visibilityState === 'hidden' ? gone() : back())
  document.addEventListener('visibilitychange', changed)
  document.addEventListener('freeze', gone)
  return () => {
    document.removeEventListener('visibilitychange', changed)
    document.removeEventListener('freeze', gone)
  }
}
