import type { RoomForm } from '../../protocol/rooms.ts'
import { mergeSchedules } from './merge-schedules.ts'

/** A room's form without depth: each field is changed, and compared, by itself. */
export type FlatForm = Omit<RoomForm, 'brand' | 'settings'> & RoomForm['brand'] & RoomForm['settings']
export type Field = keyof FlatForm

export function flatten({ brand, settings, name, description, tags, early, schedule }: RoomForm): FlatForm {
  return { name, description, tags, early, schedule, ...brand, ...settings }
}

/** The same with its depth. */
export function unflatten(flat: FlatForm): RoomForm {
  const { name, description, tags, early, schedule, accent, waitingText, leaveTo, ...settings } = flat
  return { name, description, tags, early, schedule, brand: { accent, waitingText, leaveTo }, settings }
}

const FIELDS: Record<Field, true> = {
  name: true,
  description: true,
  tags: true,
  mode: true,
  access: true,
  stageSize: true,
  chat: true,
  reactions: true,
  hands: true,
  privateChat: true,
  waitingRoom: true,
  schedule: true,
  early: true,
  accent: true,
  waitingText: true,
  leaveTo: true,
}
/** All fields, in the order of the page. */
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the compiler asks for each field above
export const ALL_FIELDS = Object.keys(FIELDS) as Field[]

/** The fields in which two forms differ, in the order of the page. */
export function differing(one: FlatForm, other: FlatForm): Field[] {
  return ALL_FIELDS.filter((field) => JSON.stringify(one[field]) !== JSON.stringify(other[field]))
}

/**
 * [ROOM-7] What becomes of a form that was begun from `base` where `theirs` has been saved meanwhile. What was not touched becomes theirs
 * (`taken`), also single dates of the same series; what both have changed otherwise stays as typed, and is to be looked at (`open`).
 */
export function mergeForms(
  base: FlatForm,
  mine: FlatForm,
  theirs: FlatForm,
): { form: FlatForm; taken: Field[]; open: Field[] } {
  const touched = new Set(differing(base, mine))
  const changed = differing(base, theirs)
  const taken = changed.filter((field) => !touched.has(field))
  const form = { ...mine, ...Object.fromEntries(taken.map((field) => [field, theirs[field]])) }
  const schedule = touched.has('schedule') ? mergeSchedules(base.schedule, mine.schedule, theirs.schedule) : null
  if (schedule && changed.includes('schedule')) {
    form.schedule = schedule
    taken.push('schedule')
  }
  const apart = new Set(differing(form, theirs))
  const isOpen = (field: Field) => touched.has(field) && apart.has(field) && !taken.includes(field)
  return { form, taken, open: changed.filter(isOpen) }
}
