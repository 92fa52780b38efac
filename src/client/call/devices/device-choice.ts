import type { DeviceKind, DeviceOption } from './device-state.ts'

/** A device that a person chose. A browser that clears its data for the page gives the device another id, and the same label. */
export type Choice = { id: string; label: string }

/** Whether an entry is the system's default: Chromium has one of its own; for other browsers the page adds one. */
export const isSystems = (id: string): boolean => id === '' || id === 'default'

/** The id by which a chosen device is opened, null for any. `options` is empty before anything was allowed. */
export function idOf(choice: Choice | null, options: readonly DeviceOption[]): string | null {
  if (!choice || choice.id === '') return null
  if (options.length === 0 || options.some(({ id }) => id === choice.id)) return choice.id
  const named = options.filter(({ label }) => label !== '' && label === choice.label)
  const [found] = named
  // Of two devices with the same label nobody knows which one it was.
  return found && named.length === 1 ? found.id : choice.id
}

/** The menu entry that is shown as chosen, null for none; `used` is the id of the device that is open. */
export function shownOf(choice: Choice | null, used: string | null, options: readonly DeviceOption[]): string | null {
  const isListed = (id: string | null) => id !== null && options.some((option) => option.id === id)
  const system = options.find(({ id }) => isSystems(id))?.id ?? null
  const wished = idOf(choice, options)
  if (used === null) return isListed(wished) ? wished : system
  if (choice && isSystems(choice.id)) return system
  // A browser without an entry for the default lists the default device first (W3C Media Capture and Streams, 9.2.1).
  const isFirst = system === '' && options.find(({ id }) => !isSystems(id))?.id === used
  return isListed(used) && !(choice === null && isFirst) ? used : system
}

/** Something that was plugged in, by the name that people know, with its devices: a headset has two. */
export type Arrived = { name: string; ids: Partial<Record<DeviceKind, string>> }

/** The devices that are plugged in. */
export type Options = Record<DeviceKind, DeviceOption[]>

// A thing is named after the first of these that it has.
const KINDS: readonly DeviceKind[] = ['microphone', 'camera', 'speaker']
/** Entries with which Chromium repeats another device. */
const ALIASES: ReadonlySet<string> = new Set(['', 'default', 'communications'])

/** The devices that are there now and were not before. */
export function arrivedIn(before: Options, now: Options): Arrived[] {
  const arrived = new Map<string, Arrived>()
  for (const kind of KINDS)
    for (const { id, label, group } of now[kind]) {
      if (ALIASES.has(id) || label === '' || before[kind].some((each) => each.id === id)) continue
      const one = arrived.get(group || id) ?? { name: label, ids: {} }
      one.ids[kind] ??= id
      arrived.set(group || id, one)
    }
  return [...arrived.values()]
}
