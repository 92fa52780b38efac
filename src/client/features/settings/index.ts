/** The settings, as far as other features may use them. */
export { ACCESS_ACTS, MODE_ACTS } from './acts.ts'
