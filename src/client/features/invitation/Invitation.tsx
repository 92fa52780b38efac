import { useEffect } from 'react'
import { lazyPart } from '../../ui/hooks/lazy-part.tsx'
import { useLive } from '../../state/use-call.ts'

const InvitationSheet = lazyPart(async () => (await import('./InvitationSheet.tsx')).InvitationSheet)

/** The pop-up of somebody called up; whoever has a hand up may be so next, and has it ready. [SEED-27] */
export function Invitation() {
  const isInvited = useLive((state) => state.me?.place === 'viewer' && state.me.invitation !== null)
  const isNear = useLive((state) => state.session.hands.has(state.you?.id ?? ''))
  useEffect(() => {
    if (isNear) InvitationSheet.ready()
  }, [isNear])
  return isInvited ? <InvitationSheet /> : null
}
