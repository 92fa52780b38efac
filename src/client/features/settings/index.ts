/** The settings: what other features may use. */
export { ACCESS_ACTS, MODE_ACTS } from './acts.ts'
