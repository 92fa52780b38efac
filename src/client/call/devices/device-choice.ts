import type { DeviceKind, DeviceOption } from './device-state.ts'

/** A device as its person chose it. A browser that forgets a page gives it another id, and still the same name. */
export type Choice = { id: string; label: string }

/** Whether an entry stands for what the system uses: Chromium lists one of its own, for other browsers it is ours. */
export const isSystems = (id: string): boolean => id === '' || id === 'default'

/** By which id a choice is asked for, null for whatever the browser gives. `options` is empty before anything was allowed. */
export function idOf(choice: Choice | null, options: readonly DeviceOption[]): string | null {
  if (!choice || choice.id === '') return null
  if (options.length === 0 || options.some(({ id }) => id === choice.id)) return choice.id
  const named = options.filter(({ label }) => label !== '' && label === choice.label)
  const [found] = named
  // Of two of one name nobody knows which it was.
  return found && named.length === 1 ? found.id : choice.id
}

/** Which entry of a menu is the chosen one, null for none; `used` is the id of the device that is open, if one is. */
export function shownOf(choice: Choice | null, used: string | null, options: readonly DeviceOption[]): string | null {
  const isListed = (id: string | null) => id !== null && options.some((option) => option.id === id)
  const system = options.find(({ id }) => isSystems(id))?.id ?? null
  const wished = idOf(choice, options)
  if (used === null) return isListed(wished) ? wished : system
  if (choice && isSystems(choice.id)) return system
  // A browser that lists no entry for it names the system's device first (W3C Media Capture and Streams, 9.2.1).
  const isFirst = system === '' && options.find(({ id }) => !isSystems(id))?.id === used
  return isListed(used) && !(choice === null && isFirst) ? used : system
}

/** Something that was plugged in, by the name that people know, with its devices: a headset has two. */
export type Arrived = { name: string; ids: Partial<Record<DeviceKind, string>> }

/** What is plugged in. */
export type Options = Record<DeviceKind, DeviceOption[]>

// What one buys a thing for gives it its name.
const KINDS: readonly DeviceKind[] = ['microphone', 'camera', 'speaker']
/** Names that Chromium has for one of the others. */
const ALIASES: ReadonlySet<string> = new Set(['', 'default', 'communications'])

/** What is there now and was not before. */
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
