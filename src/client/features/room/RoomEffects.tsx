import { useEffect } from 'react'
import { can } from '../../../rules/permissions/policy.ts'
import { keepAwake } from './keep-awake.ts'
import { keepPage } from './keep-page.ts'
import { pushToTalk } from '../../call/publish/push-to-talk.ts'
import { useIsLying } from '../../ui/hooks/is-phone.ts'
import { keepAtTop } from '../../ui/hooks/seen-height.ts'
import { lazyPart } from '../../ui/hooks/lazy-part.tsx'
import { useLive } from '../../state/use-call.ts'
import { useActContext } from '../acts/index.ts'
import { prefetchWhenIdle } from './prefetch.ts'
import { SkipLinks } from './SkipLinks.tsx'
import { useShortcuts } from '../shortcuts/index.ts'
import { walkTiles } from '../stage/index.ts'

const Alerts = lazyPart(async () => (await import('../notifications/Alerts.tsx')).Alerts)
const FilesBrought = lazyPart(async () => (await import('./FilesBrought.tsx')).FilesBrought)
const PortraitHint = lazyPart(async () => (await import('./PortraitHint.tsx')).PortraitHint)

/** The room's effects on the browser, started a moment after it is drawn: shortcuts and focus, keeping the screen on, asking before leaving. */
export function RoomEffects() {
  const { call, panel, writeTo } = useActContext()
  const brings = useLive(({ me }) => me !== null && can(me, 'presentContent'))
  const isLying = useIsLying()
  useShortcuts()
  useEffect(() => pushToTalk(call), [call])
  useEffect(keepAwake, [])
  useEffect(keepPage, [])
  useEffect(walkTiles, [])
  useEffect(keepAtTop, [])
  useEffect(prefetchWhenIdle, [])
  return (
    <>
      <SkipLinks />
      <Alerts onPeople={() => panel('participants')} onPrivate={writeTo} />
      {isLying && <PortraitHint />}
      {brings && <FilesBrought />}
    </>
  )
}
