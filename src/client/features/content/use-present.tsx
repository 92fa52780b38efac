import { use } from 'react'
import type { DocumentId } from '../../../protocol/types.ts'
import type { WhyNot } from '../../call/call-state.ts'
import { OpenOver } from '../../state/over-room.ts'
import { useCall } from '../../state/use-call.ts'
import { lazyPart } from '../../ui/hooks/lazy-part.tsx'

const PresentInstead = lazyPart(async () => (await import('./PresentInstead.tsx')).PresentInstead)

/** Presents a file; where somebody else has the main place, asks first whether to take over. Resolves to null when it is done or asked. [PRESENT-3] */
export function usePresent(): (document: DocumentId, page?: number) => Promise<WhyNot | null> {
  const call = useCall()
  const open = use(OpenOver)
  return async (document, page = 1) => {
    const no = await call.request({ type: 'presentContent', document, page, instead: null })
    if (no?.why !== 'someone-shares')
      return no && (await call.ask({ type: 'presentContent', document, page, instead: null }))
    open(<PresentInstead document={document} page={page} onClose={() => open(null)} />)
    return null
  }
}
