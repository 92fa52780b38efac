import * as v from 'valibot'
import {
  ChangedMeanwhile,
  Deletion,
  RoomAbout,
  RoomDetails,
  Templates,
  type RoomChange,
} from '../../../protocol/rooms.ts'
import { ScheduleDates } from '../../../protocol/portal/schedule-dates.ts'
import { asked, type Answer } from '../api.ts'

export const readDetails = async (room: string) => await asked(RoomDetails, `/api/rooms/${room}/details`)
export const readAbout = async (room: string) => await asked(RoomAbout, `/api/rooms/${room}/about`)
export const readDeletion = async (room: string) => await asked(Deletion, `/api/rooms/${room}/deletion`)
export const readTemplates = async () => await asked(Templates, '/api/my/templates')
export const deleteTemplate = async (id: string) => await asked(v.null(), `/api/my/templates/${id}/delete`, {})

/** Asks for the dates of a schedule that is typed, and what a change makes of them: `DatesAsked` as JSON. [SCHEDULE-11] */
export const readScheduleDates = async (about: string) =>
  await asked(ScheduleDates, '/api/schedule-dates', JSON.parse(about))

const Saved = v.union([RoomDetails, ChangedMeanwhile])

/** Saves what a room is set to; where somebody else has meanwhile, the answer has what is there now. [ROOM-7] */
export const saveDetails = async (room: string, change: RoomChange): Promise<Answer<v.InferOutput<typeof Saved>>> =>
  await asked(Saved, `/api/rooms/${room}/details`, change, [409])
