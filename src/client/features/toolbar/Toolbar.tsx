import { DoorOpen, Ellipsis, MessageSquare, NotebookText, Users, type LucideIcon } from 'lucide-react'
import { Fragment, useEffect, useRef } from 'react'
import { oneStop, walkButtons } from '../../ui/focus/arrow-keys.ts'
import { useIsSmall } from '../../ui/hooks/is-phone.ts'
import { Menu } from '../../ui/overlays/Menu.tsx'
import { useMessages } from '../../i18n/messages.ts'
import { useLive } from '../../state/use-call.ts'
import { LeaveMenu } from './LeaveMenu.tsx'
import { PANEL_OPENER, type PanelTab } from '../panel/index.ts'
import { StatusLine } from '../status-line/index.ts'
import type { Tool } from '../acts/index.ts'
import styles from './Toolbar.module.css'
import { ToolbarButton } from './ToolbarButton.tsx'
import { useOverflow } from './use-overflow.ts'
import { useOwnTools } from './use-own-tools.ts'
import { useReactionsTool } from '../reactions/index.ts'

type Props = {
  onPanel: () => void
  isPanelOpen: boolean
  /** The tab that the panel shows, or would show. */
  tab: PanelTab
}

const TAB_SIGNS: Record<PanelTab, LucideIcon> = { chat: MessageSquare, participants: Users, notes: NotebookText }

// The places of a small screen's toolbar; the last one is *More*.
const PLACES = 5

/** The toolbar, by place and role; buttons without room are in *More*. */
export function Toolbar({ onPanel, isPanelOpen, tab }: Props) {
  const t = useMessages('core')
  const words = useMessages('room')
  const panelWords = useMessages('panel')
  const isSmall = useIsSmall()
  const isUnread = useLive((state) => state.unread.size > 0)
  const panel: Tool = {
    id: 'panel',
    element: PANEL_OPENER,
    icon: TAB_SIGNS[tab],
    name: isUnread && !isPanelOpen ? panelWords.withUnread({ name: panelWords.tab[tab] }) : panelWords.tab[tab],
    isNew: isUnread && !isPanelOpen,
    short: panelWords.tab[tab],
    look: isPanelOpen ? 'on' : 'plain',
    isOpen: isPanelOpen,
    yields: 4,
    press: onPanel,
  }
  const {
    storyboard,
    whiteboard,
    microphone,
    camera,
    share,
    present,
    hand,
    reason,
    wayUp,
    leaveStage,
    settings,
    palette,
    invitePeople,
  } = useOwnTools()
  const tools = [
    microphone,
    camera,
    share,
    isSmall ? null : present,
    isSmall ? panel : null,
    hand,
    // On larger screens the status line has room for it. [HAND-5]
    isSmall ? reason : null,
    wayUp,
    useReactionsTool(),
    leaveStage,
    isSmall && settings ? { ...settings, yields: 0 } : null,
  ].filter((tool) => tool !== null)

  const [overflow, measure] = useOverflow(tools.map(({ short }) => short).join())
  const yielding = tools.filter(hasYields).toSorted((a, b) => a.yields - b.yields)
  const hidden = new Set<Tool>(
    yielding.slice(0, isSmall && tools.length > PLACES ? tools.length - PLACES + 1 : overflow),
  )
  const more = tools.filter((tool) => hidden.has(tool))
  // A phone’s five places are taken.
  if (isSmall && present) more.push(present)
  if (whiteboard) more.push(whiteboard)
  if (storyboard) more.push(storyboard)
  // Who hands out links has *More* always, for what nobody needs every minute.
  if (invitePeople) more.push(invitePeople)
  // It has a key, and takes no place from the others.
  if (more.length > 0 && palette) more.push(palette)
  const foot = useRef<HTMLElement>(null)
  // After each drawing, because only the DOM knows which buttons there are.
  useEffect(() => oneStop(foot.current?.lastElementChild))
  return (
    <footer ref={foot} className={styles.tools}>
      <StatusLine />
      <div
        ref={measure}
        role="toolbar"
        tabIndex={-1}
        aria-label={t.controls}
        className={styles.bar}
        onKeyDown={walkButtons}
        onFocus={(event) => oneStop(event.currentTarget)}
      >
        <div className={styles.middle}>
          {tools.map((tool) => (
            <Fragment key={tool.id}>
              {!hidden.has(tool) && <ToolbarButton {...tool} />}
              {tool.opened}
            </Fragment>
          ))}
          {more.length > 0 && <More tools={more} label={words.more} />}
        </div>
        {!isSmall && (
          <div className={styles.end}>
            {settings && <ToolbarButton {...settings} />}
            <LeaveMenu>
              {(opener) => (
                <ToolbarButton icon={DoorOpen} name={t.leave} short={t.leave} look="leave" opener={opener} />
              )}
            </LeaveMenu>
          </div>
        )}
      </div>
    </footer>
  )
}

function hasYields(tool: Tool): tool is Tool & { yields: number } {
  return tool.yields !== undefined
}

function More({ tools, label }: { tools: readonly Tool[]; label: string }) {
  const acts = tools.map(({ id, name, icon, press }) => ({ id, name, icon, run: press }))
  return (
    <Menu label={label} acts={acts}>
      {(opener) => <ToolbarButton icon={Ellipsis} name={label} short={label} opener={opener} />}
    </Menu>
  )
}
