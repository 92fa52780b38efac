/** Invitations to the stage: what other features may use. */
export { Invitation } from './Invitation.tsx'
