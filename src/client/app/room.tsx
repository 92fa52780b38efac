import { RoomPages } from './RoomPages.tsx'
import { start } from './start.tsx'

void start(RoomPages)
