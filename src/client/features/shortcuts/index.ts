/** Shortcuts: what other features may use. */
export { keyName } from './key-name.ts'
export { useShortcuts } from './use-shortcuts.ts'
