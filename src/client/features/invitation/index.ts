/** An invitation to the stage, as far as other features may use it. */
export { Invitation } from './Invitation.tsx'
