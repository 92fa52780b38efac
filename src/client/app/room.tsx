import { RoomPages } from './RoomPages.tsx'
import { start } from './start.tsx'
import { showRoomLook } from '../ui/room-look.ts'

showRoomLook()
void start(RoomPages)
