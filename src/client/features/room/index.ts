/** The room, as far as other features may use it. */
export { RoomScreen } from './RoomScreen.tsx'
