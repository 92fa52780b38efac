/** After the session: what other features may use. */
export { DeleteData } from './DeleteData.tsx'
export { Ended } from './Ended.tsx'
export { default as endsStyles } from './Ends.module.css'
export { ToSession } from './ToSession.tsx'
