import * as v from 'valibot'
import type { Role } from '../../../protocol/types.ts'
import { isModerator } from '../../../rules/permissions/policy.ts'

/** The tabs of the panel, in their order. */
export const PANEL_TABS = ['chat', 'participants'] as const
export type PanelTab = (typeof PANEL_TABS)[number]

const Tab = v.picklist(PANEL_TABS)
const KEY = 'rostrum.panel'

/** The tab that is open first: what was chosen last in this window; else the people, for who runs the room, and the chat. */
export function firstTab(role: Role | undefined): PanelTab {
  try {
    const kept = v.safeParse(Tab, sessionStorage.getItem(KEY))
    if (kept.success) return kept.output
  } catch {
    // A blocked storage keeps nothing.
  }
  return role !== undefined && isModerator(role) ? 'participants' : 'chat'
}

/** Keeps the choice over a reload. Whether it could: a blocked storage costs it then, and nothing now. */
export function keepTab(tab: PanelTab): boolean {
  try {
    sessionStorage.setItem(KEY, tab)
    return true
  } catch {
    return false
  }
}
