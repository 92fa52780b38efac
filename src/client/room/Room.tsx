import { useEffect, useState } from 'react'
import { keepAwake } from '../live/keep-awake.ts'
import { pushToTalk } from '../live/push-to-talk.ts'
import { useIsNarrow } from '../ui/is-phone.ts'
import { later } from '../ui/later.tsx'
import { useSeenHeight } from '../ui/use-seen-height.ts'
import { useCall, useLive } from '../ui/use-live.ts'
import { Header } from './Header.tsx'
import { Invitation } from './Invitation.tsx'
import { PanelFrame } from './PanelFrame.tsx'
import { firstTab, keepTab, type PanelTab } from './panel-tab.ts'
import styles from './Room.module.css'
import { Panel } from './Panel.tsx'
import { Stage } from './Stage.tsx'
import { Toolbar } from './Toolbar.tsx'
import type { SheetHeight } from './use-sheet-drag.ts'

const JoinStage = later(async () => (await import('./JoinStage.tsx')).JoinStage)
const SettingsSheet = later(async () => (await import('./SettingsSheet.tsx')).SettingsSheet)

/** The room from inside: head, stage, toolbar and panel. */
export function Room() {
  const call = useCall()
  const isNarrow = useIsNarrow()
  const place = useLive((state) => state.me?.place)
  const [wanted, setWanted] = useState({ open: !isNarrow, place })
  const [height, setHeight] = useState<SheetHeight>('half')
  const isKeyboard = useSeenHeight()
  const [tab, setTab] = useState(() => firstTab(call.state.me?.role))
  const [sheet, setSheet] = useState<'join' | 'settings' | null>(null)
  useEffect(() => pushToTalk(call), [call])
  useEffect(keepAwake, [])
  // Where the panel takes from the stage, it goes as the place changes: there is somebody to be looked at now.
  const panel = wanted.open && (!isNarrow || wanted.place === place)
  const togglePanel = () => setWanted({ open: !panel, place })
  const chooseTab = (chosen: PanelTab) => {
    keepTab(chosen)
    setTab(chosen)
  }
  const openSettings = () => setSheet('settings')
  // The first press: it opens the devices, and shows nobody anything.
  const joinStage = () => {
    // From the wings one press is enough: the devices are open.
    if (place === 'wings') return void call.goOnStage()
    setSheet('join')
    void call.devices.open()
  }
  return (
    <div className={styles.room} data-panel={panel ? height : 'none'} data-keyboard={isKeyboard}>
      <Header onPanel={togglePanel} isPanelOpen={panel} />
      <Stage />
      <Toolbar onJoinStage={joinStage} onSettings={openSettings} onPanel={togglePanel} isPanelOpen={panel} tab={tab} />
      {panel && (
        <PanelFrame height={height} onHeight={setHeight} onClose={togglePanel}>
          <Panel tab={tab} onTab={chooseTab} onClose={togglePanel} onAccess={openSettings} />
        </PanelFrame>
      )}
      {sheet === 'join' && <JoinStage onDone={() => setSheet(null)} />}
      {sheet === 'settings' && <SettingsSheet onClose={() => setSheet(null)} />}
      <Invitation />
    </div>
  )
}
