/** The status line: what other features may use. */
export { StatusLine } from './StatusLine.tsx'
