import { useEffect } from 'react'
import { keepAwake } from './keep-awake.ts'
import { pushToTalk } from '../../call/publish/push-to-talk.ts'
import { useIsLying } from '../../ui/hooks/is-phone.ts'
import { keepAtTop } from '../../ui/hooks/seen-height.ts'
import { lazyPart } from '../../ui/hooks/lazy-part.tsx'
import { useActContext } from '../acts/index.ts'
import { FilesBrought } from './FilesBrought.tsx'
import { prefetchWhenIdle } from './prefetch.ts'
import { SkipLinks } from './SkipLinks.tsx'
import { useShortcuts } from '../shortcuts/index.ts'
import { walkTiles } from '../stage/index.ts'

const Alerts = lazyPart(async () => (await import('../notifications/Alerts.tsx')).Alerts)
const PortraitHint = lazyPart(async () => (await import('./PortraitHint.tsx')).PortraitHint)

/** The room's effects on the browser, started a moment after it is drawn: shortcuts and focus, keeping the screen on, asking before leaving. */
export function RoomEffects() {
  const { call, panel, writeTo } = useActContext()
  const isLying = useIsLying()
  useShortcuts()
  useEffect(() => pushToTalk(call), [call])
  useEffect(keepAwake, [])
  useEffect(walkTiles, [])
  useEffect(keepAtTop, [])
  useEffect(prefetchWhenIdle, [])
  return (
    <>
      <SkipLinks />
      <Alerts onPeople={() => panel('participants')} onPrivate={writeTo} />
      {isLying && <PortraitHint />}
      <FilesBrought />
    </>
  )
}
