/** The toolbar: what other features may use. */
export { LeaveMenu } from './LeaveMenu.tsx'
export { Toolbar } from './Toolbar.tsx'
