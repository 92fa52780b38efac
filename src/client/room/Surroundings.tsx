import { useEffect } from 'react'
import { keepAwake } from '../live/keep-awake.ts'
import { pushToTalk } from '../live/push-to-talk.ts'
import { useIsLying } from '../ui/is-phone.ts'
import { keepFocus } from '../ui/keep-focus.ts'
import { keepAtTop } from '../ui/seen-height.ts'
import { later } from '../ui/later.tsx'
import { useCall } from '../ui/use-live.ts'
import type { Addressee } from './open-privately.ts'
import { SkipLinks } from './SkipLinks.tsx'
import { useLeaving } from './use-leaving.tsx'
import { useShortcuts, type Doors } from './use-shortcuts.ts'
import { walkTiles } from './walk-tiles.ts'

const Alerts = later(async () => (await import('./Alerts.tsx')).Alerts)
const PortraitHint = later(async () => (await import('./PortraitHint.tsx')).PortraitHint)

/** What the room does with the machine around it, a moment after it is drawn: keys and where they go, a screen that stays on, its edges, and the way out. */
export function Surroundings({ onPrivate, ...doors }: Doors & { onPrivate: (whom: Addressee) => void }) {
  const call = useCall()
  const isLying = useIsLying()
  useShortcuts(doors)
  useLeaving()
  useEffect(() => pushToTalk(call), [call])
  useEffect(keepAwake, [])
  useEffect(keepFocus, [])
  useEffect(walkTiles, [])
  useEffect(keepAtTop, [])
  return (
    <>
      <SkipLinks />
      <Alerts onPeople={() => doors.panel('participants')} onPrivate={onPrivate} />
      {isLying && <PortraitHint />}
    </>
  )
}
