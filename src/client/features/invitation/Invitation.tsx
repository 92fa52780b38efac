import { useEffect } from 'react'
import { lazyPart } from '../../ui/hooks/lazy-part.tsx'
import { useLive } from '../../state/use-call.ts'

const InvitationSheet = lazyPart(async () => (await import('./InvitationSheet.tsx')).InvitationSheet)

/** The pop-up of an invitation. It is preloaded for people with a raised hand, who may be invited next. [SEED-27] */
export function Invitation() {
  const isInvited = useLive((state) => state.me?.place === 'viewer' && state.me.invitation !== null)
  const isNear = useLive((state) => state.session.hands.has(state.you?.id ?? ''))
  useEffect(() => {
    if (isNear) InvitationSheet.ready()
  }, [isNear])
  return isInvited ? <InvitationSheet /> : null
}
