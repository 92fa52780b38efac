import { useState, type ReactNode } from 'react'
import { useLayer } from '../../app/back.ts'
import { ComingOver } from '../../ui/pages/Loading.tsx'
import { useIsNarrow } from '../../ui/hooks/is-phone.ts'
import { lazyPart } from '../../ui/hooks/lazy-part.tsx'
import { useCall, useLive } from '../../state/use-call.ts'
import { Header } from './Header.tsx'
import { Invitation } from '../invitation/index.ts'
import { firstTab, keepTab, Panel, PanelFrame, type PanelTab, type SheetHeight, usePanelFocus } from '../panel/index.ts'
import { OpenPrivately, type Addressee } from '../../state/open-privately.ts'
import { RoomActionsContext } from '../acts/index.ts'
import { OpenOver } from '../../state/over-room.ts'
import { PanelMemory, PanelKeptContext } from '../../state/retained-panel.ts'
import styles from './Room.module.css'
import { StageView, StageViewContext } from '../../state/stage-view.ts'
import { Stage } from '../stage/index.ts'
import { Toolbar } from '../toolbar/index.ts'
import { AskBeforeLeaving } from './AskBeforeLeaving.tsx'

const JoinStage = lazyPart(async () => (await import('../stage/JoinStage.tsx')).JoinStage, <ComingOver />)
const ShortcutsSheet = lazyPart(
  async () => (await import('../shortcuts/ShortcutsSheet.tsx')).ShortcutsSheet,
  <ComingOver />,
)
const RoomEffects = lazyPart(async () => (await import('./RoomEffects.tsx')).RoomEffects)
const Palette = lazyPart(async () => (await import('../palette/Palette.tsx')).Palette, <ComingOver />)
const FeedbackSheet = lazyPart(async () => (await import('../ended/FeedbackSheet.tsx')).FeedbackSheet, <ComingOver />)
const SettingsSheet = lazyPart(
  async () => (await import('../settings/SettingsSheet.tsx')).SettingsSheet,
  <ComingOver />,
)

/** The room from inside: head, stage, toolbar and panel. */
export function Room() {
  const call = useCall()
  const isNarrow = useIsNarrow()
  const place = useLive((state) => state.me?.place)
  const [wanted, setWanted] = useState({ open: !isNarrow, place })
  const [view] = useState(() => new StageView())
  const [kept] = useState(() => new PanelMemory())
  const [over, setOver] = useState<ReactNode>(null)
  const [height, setHeight] = useState<SheetHeight>('half')
  const [tab, setTab] = useState(() => firstTab(call.state.me?.role))
  const [asked, setAsked] = useState<Addressee | null>(null)
  const [sheet, setSheet] = useState<'join' | 'settings' | 'keys' | 'palette' | 'feedback' | null>(null)
  // A panel that covers the stage closes when one comes on stage or leaves it: there is somebody to look at.
  if (place && place !== wanted.place) setWanted({ open: wanted.open && !isNarrow, place })
  const panel = wanted.open
  const togglePanel = () => {
    setAsked(null)
    setWanted({ open: !panel, place })
  }
  const chooseTab = (chosen: PanelTab) => {
    setAsked(null)
    keepTab(chosen)
    setTab(chosen)
  }
  const pressTab = (chosen: PanelTab) => {
    if (panel && tab === chosen) return togglePanel()
    chooseTab(chosen)
    setWanted({ open: true, place })
  }
  const writeTo = (whom: Addressee) => {
    chooseTab('chat')
    setAsked(whom)
    setWanted({ open: true, place })
  }
  usePanelFocus(panel)
  // Beside the stage the panel covers nothing.
  useLayer(panel && isNarrow, togglePanel)
  const hasMedia = useLive((state) => state.media !== 'unsupported')
  // The first press opens the devices, and shows nothing to others.
  const joinStage = () => {
    // From backstage one press is enough: the devices are open.
    if (place === 'backstage') return void call.goOnStage()
    setSheet('join')
    if (hasMedia) void call.devices.open()
  }
  const context = {
    joinStage,
    settings: () => setSheet('settings'),
    shortcuts: () => setSheet('keys'),
    palette: () => setSheet('palette'),
    feedback: () => setSheet('feedback'),
    panel: pressTab,
  }
  return (
    <StageViewContext value={view}>
      <PanelKeptContext value={kept}>
        <OpenOver value={setOver}>
          <OpenPrivately value={writeTo}>
            <RoomActionsContext value={context}>
              <div className={styles.room} data-panel={panel ? height : 'none'}>
                <AskBeforeLeaving />
                <RoomEffects />
                <Header onPanel={togglePanel} isPanelOpen={panel} />
                <main className={styles.main}>
                  <Stage />
                  <Toolbar onPanel={togglePanel} isPanelOpen={panel} tab={tab} />
                </main>
                {panel && (
                  <PanelFrame height={height} onHeight={setHeight} onClose={togglePanel}>
                    <Panel tab={tab} onTab={chooseTab} onClose={togglePanel} asked={asked} />
                  </PanelFrame>
                )}
                {sheet === 'join' && <JoinStage onDone={() => setSheet(null)} />}
                {sheet === 'settings' && <SettingsSheet onClose={() => setSheet(null)} />}
                {sheet === 'feedback' && <FeedbackSheet onClose={() => setSheet(null)} />}
                {sheet === 'keys' && <ShortcutsSheet onClose={() => setSheet(null)} />}
                {sheet === 'palette' && <Palette onClose={() => setSheet(null)} />}
                {over}
                <Invitation />
              </div>
            </RoomActionsContext>
          </OpenPrivately>
        </OpenOver>
      </PanelKeptContext>
    </StageViewContext>
  )
}
