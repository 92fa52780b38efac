/** Where one stands, as far as other features may use it. */
export { StatusLine } from './StatusLine.tsx'
