import { SmilePlus } from 'lucide-react'
import { useState } from 'react'
import { can } from '../../../rules/permissions/policy.ts'
import { lazyPart } from '../../ui/hooks/lazy-part.tsx'
import { useMessages } from '../../i18n/messages.ts'
import { useLive } from '../../state/use-call.ts'
import type { Tool } from '../acts/index.ts'

const ReactionPicker = lazyPart(async () => (await import('./ReactionPicker.tsx')).ReactionPicker)

/** The toolbar's button for the reactions; null if the room has none, or the person may not. [REACT-1] */
export function useReactionsTool(): Tool | null {
  const words = useMessages('reactions')
  const mayReact = useLive(({ me, session }) => me !== null && session.reactions && can(me, 'react'))
  const [opener, setOpener] = useState<HTMLElement | null>(null)
  if (!mayReact && opener) setOpener(null)
  if (!mayReact) return null
  return {
    id: 'reactions',
    icon: SmilePlus,
    name: words.reactions,
    short: words.reactions,
    yields: 2,
    isOpen: opener !== null,
    press: setOpener,
    opened: opener && <ReactionPicker trigger={opener} onClose={() => setOpener(null)} />,
  }
}
