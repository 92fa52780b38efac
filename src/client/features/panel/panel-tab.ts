import * as v from 'valibot'
import type { Role } from '../../../protocol/types.ts'
import { isModerator } from '../../../rules/permissions/policy.ts'

/** The tabs of the panel, in their order. */
export const PANEL_TABS = ['chat', 'participants', 'notes'] as const
export type PanelTab = (typeof PANEL_TABS)[number]

const Tab = v.picklist(PANEL_TABS)
const KEY = 'rostrum.panel'

/** The tab that is open first: the one chosen last in this window; else participants for moderators, and the chat for others. */
export function firstTab(role: Role | undefined): PanelTab {
  try {
    const kept = v.safeParse(Tab, sessionStorage.getItem(KEY))
    if (kept.success) return kept.output
  } catch {
    // The storage is blocked.
  }
  return role !== undefined && isModerator(role) ? 'participants' : 'chat'
}

/** Stores the choice for a reload. Whether it could: if the storage is blocked, a reload loses it. */
export function keepTab(tab: PanelTab): boolean {
  try {
    sessionStorage.setItem(KEY, tab)
    return true
  } catch {
    return false
  }
}
