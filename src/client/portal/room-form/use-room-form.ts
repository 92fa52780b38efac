import { useEffect, useState } from 'react'
import type { RoomChange } from '../../../protocol/rooms.ts'
import { differing, unflatten, type Field, type FlatForm } from '../../../rules/rooms/merge.ts'

export type Change = (what: Partial<FlatForm>) => void

/** A form as it is typed, over the one that was there before: `base`. */
export function useRoomForm(from: FlatForm) {
  const [base, setBase] = useState(from)
  const [form, setForm] = useState(from)
  const touched = differing(base, form)
  const isTouched = touched.length > 0
  useEffect(() => {
    if (!isTouched) return undefined
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', ask)
    return () => removeEventListener('beforeunload', ask)
  }, [isTouched])
  return {
    form,
    base,
    touched,
    change: (what: Partial<FlatForm>) => setForm((before) => ({ ...before, ...what })),
    /** Begins anew from what is there now, with what is typed by then. */
    rebase: (on: FlatForm, typed = on) => {
      setBase(on)
      setForm(typed)
    },
  }
}

const SETTINGS: ReadonlySet<Field> = new Set<Field>([
  'mode',
  'access',
  'stageSize',
  'reactions',
  'hands',
  'chat',
  'privateChat',
  'waitingRoom',
])

/** What is sent of a form: of the settings of sessions, only what was touched. [ROOM-3] */
export function changeFrom(form: FlatForm, touched: readonly Field[], version: number): RoomChange {
  const { settings, ...about } = unflatten(form)
  const wanted = new Set<string>(touched.filter((field) => SETTINGS.has(field)))
  return {
    ...about,
    version,
    settings: Object.fromEntries(Object.entries(settings).filter(([key]) => wanted.has(key))),
  }
}
