import * as z from 'zod/mini'
import { catch as otherwise } from 'zod/mini'
import { NOISE } from './device-state.ts'

const KEY = 'rostrum.devices'

const Id = otherwise(z.nullable(z.string()), null)
const On = otherwise(z.boolean(), true)
/** What is kept of the devices on this machine; what is missing or spoilt is as on the first day. */
const Kept = z.object({
  camera: Id,
  microphone: Id,
  speaker: Id,
  wanted: otherwise(z.object({ microphone: On, camera: On }), { microphone: true, camera: true }),
  noise: otherwise(z.enum(NOISE), 'standard'),
})
export type Kept = z.infer<typeof Kept>

/** The devices chosen last time on this machine, and how; a storage that is blocked or spoilt gives none. */
export function rememberedDevices(): Kept {
  try {
    return Kept.parse(JSON.parse(localStorage.getItem(KEY) ?? '{}'))
  } catch {
    return Kept.parse({})
  }
}

/** Keeps a choice for next time. Whether it could: a full or blocked storage costs a choice next time, and nothing now. */
export function rememberDevices(chosen: Partial<Kept>): boolean {
  try {
    localStorage.setItem(KEY, JSON.stringify({ ...rememberedDevices(), ...chosen }))
    return true
  } catch {
    return false
  }
}
