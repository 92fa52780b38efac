/** After the session, as far as other features may use it. */
export { Ended } from './Ended.tsx'
export { default as endsStyles } from './Ends.module.css'
export { ToSession } from './ToSession.tsx'
