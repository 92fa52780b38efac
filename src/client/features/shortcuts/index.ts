/** Keys, as far as other features may use it. */
export { keyName } from './key-name.ts'
export { useShortcuts } from './use-shortcuts.ts'
