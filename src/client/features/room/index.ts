/** The room: what other features may use. */
export { RoomScreen } from './RoomScreen.tsx'
