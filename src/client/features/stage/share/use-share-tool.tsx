import { MonitorUp } from 'lucide-react'
import { useState } from 'react'
import { can } from '../../../../rules/permissions/policy.ts'
import { canShareScreen } from '../../../call/publish/screen-capture.ts'
import { useIsPhone } from '../../../ui/hooks/is-phone.ts'
import { later } from '../../../ui/hooks/lazy-part.tsx'
import { useMessages } from '../../../i18n/messages.ts'
import { useCall, useLive } from '../../../state/use-call.ts'
import type { Tool } from '../../toolbar/tool.ts'

const ShareInstead = later(async () => (await import('./ShareInstead.tsx')).ShareInstead)

/** The own screen, for who may share it, from a browser that can. [SHARE-1] Shared, its end stays in sight. */
export function useShareTool(): Tool | null {
  const words = useMessages('room')
  const call = useCall()
  const isPhone = useIsPhone()
  const [isAsking, setIsAsking] = useState(false)
  const mayShare = useLive(({ me }) => me !== null && me.place !== 'backstage' && can(me, 'shareScreen'))
  const sharer = useLive((state) => state.session.share?.person ?? null)
  const isMine = useLive((state) => state.session.share?.person === state.you?.id)
  if (isPhone || !mayShare || !canShareScreen()) return null
  if (isMine) {
    const press = () => void call.stopSharing()
    return { id: 'share', icon: MonitorUp, name: words.stopSharing, short: words.stopSharing, look: 'on', press }
  }
  return {
    id: 'share',
    icon: MonitorUp,
    name: words.shareScreen,
    short: words.shareScreen,
    yields: 1,
    press: () => (sharer ? setIsAsking(true) : void call.share(null)),
    opened: isAsking && sharer && <ShareInstead sharer={sharer} onClose={() => setIsAsking(false)} />,
  }
}
