import * as v from 'valibot'
import { CalendarFeed, MyRooms, type MyRoomsAsked, TemplateMade } from '../../../protocol/rooms.ts'
import { asked } from '../api.ts'

const Nothing = v.null()

/** A window of one's own rooms. */
export const readMyRooms = async (query: MyRoomsAsked) =>
  await asked(MyRooms, `/api/my/rooms?${new URLSearchParams(query).toString()}`)

/** Puts a room aside, or back. [ROOM-9] */
export const archive = async (room: string, on: boolean) => await asked(Nothing, `/api/rooms/${room}/archive`, { on })
/** Deletes a room, which `restore` undoes for 30 days. [ROOM-8] */
export const deleteRoom = async (room: string) => await asked(Nothing, `/api/rooms/${room}/delete`, {})
export const restore = async (room: string) => await asked(Nothing, `/api/rooms/${room}/restore`, {})
/** Keeps what a room is set to as a template. [ROOM-10] */
export const saveTemplate = async (room: string, name: string) =>
  await asked(TemplateMade, '/api/my/templates', { room, name })
/** The address of one's own calendar. [CALENDAR-8] */
export const readCalendar = async () => await asked(CalendarFeed, '/api/my/calendar')
export const renewCalendar = async () => await asked(CalendarFeed, '/api/my/calendar/renew', {})
