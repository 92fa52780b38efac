/** The toolbar, as far as other features may use it. */
export { LeaveMenu } from './LeaveMenu.tsx'
export { Toolbar } from './Toolbar.tsx'
