import type { KeyboardEvent } from 'react'
import { isModerator } from '../../../rules/permissions/policy.ts'
import { useFormats, useMessages } from '../../i18n/messages.ts'
import { useLive } from '../../state/use-call.ts'
import { PANEL_TABS, type PanelTab } from './panel-tab.ts'
import styles from './PanelTabs.module.css'

type Props = { id: string; chosen: PanelTab; onChoose: (tab: PanelTab) => void }

/** The tabs of the panel; arrow keys choose (WAI-ARIA, tabs pattern with automatic activation). */
export function PanelTabs({ id, chosen, onChoose }: Props) {
  const words = useMessages('panel')
  const formats = useFormats()
  const moderates = useLive((state) => state.me !== null && isModerator(state.me.role))
  const hands = useLive((state) => state.audience.hands)
  const isUnread = useLive((state) => state.unread.size > 0)
  const raised = moderates ? hands : 0
  const hasHands = (tab: PanelTab) => tab === 'participants' && raised > 0
  const nameOf = (tab: PanelTab) => {
    if (tab === 'chat' && isUnread) return words.withUnread({ name: words.tab[tab] })
    return hasHands(tab) ? words.withHands({ name: words.tab[tab], n: raised }) : words.tab[tab]
  }
  return (
    <div
      role="tablist"
      tabIndex={-1}
      aria-label={words.tabs}
      className={styles.tabs}
      onKeyDown={(event) => walk(event, onChoose)}
    >
      {PANEL_TABS.map((tab) => (
        <button
          key={tab}
          type="button"
          role="tab"
          id={`${id}-${tab}`}
          className={styles.tab}
          aria-label={nameOf(tab)}
          data-tab={tab}
          aria-selected={tab === chosen}
          aria-controls={`${id}-panel`}
          tabIndex={tab === chosen ? 0 : -1}
          onClick={() => onChoose(tab)}
        >
          <span>{words.tab[tab]}</span>
          {tab === 'chat' && isUnread && <span aria-hidden className={styles.dot} />}
          {hasHands(tab) && (
            // Drawn by CSS; the accessible name says it in words.
            <span aria-hidden className={styles.count} data-count={formats.number(raised)} />
          )}
        </button>
      ))}
    </div>
  )
}

const STEPS: Record<string, number> = { ArrowRight: 1, ArrowLeft: -1 }

function walk(event: KeyboardEvent<HTMLElement>, onChoose: (tab: PanelTab) => void): void {
  const bar = event.currentTarget
  const tabs = [...bar.querySelectorAll<HTMLElement>('[role=tab]')]
  const now = tabs.findIndex((tab) => tab === document.activeElement)
  const step = (STEPS[event.key] ?? 0) * (getComputedStyle(bar).direction === 'rtl' ? -1 : 1)
  const ends = event.key === 'Home' ? 0 : event.key === 'End' ? tabs.length - 1 : null
  if (now < 0 || (step === 0 && ends === null)) return
  event.preventDefault()
  const next = ends ?? (now + step + tabs.length) % tabs.length
  tabs[next]?.focus()
  const tab = PANEL_TABS[next]
  if (tab) onChoose(tab)
}
