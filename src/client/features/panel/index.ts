/** The panel beside the stage: what other features may use. */
export { firstTab, keepTab, type PanelTab } from './panel-tab.ts'
export { Panel } from './Panel.tsx'
export { PanelFrame } from './PanelFrame.tsx'
export { PANEL_OPENER, usePanelFocus } from './use-panel-focus.ts'
export type { SheetHeight } from './use-sheet-drag.ts'
