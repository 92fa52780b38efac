import * as v from 'valibot'
import { BACKGROUNDS } from '../background/background.ts'
import { NOISE } from './device-state.ts'

const KEY = 'rostrum.devices'

const Named = v.object({ id: v.string(), label: v.string() })
const Chosen = v.fallback(v.optional(v.nullable(Named), null), null)
const On = v.fallback(v.optional(v.boolean(), true), true)
const WANTED = { microphone: true, camera: true }
/** What is stored about devices on this machine. Missing or broken values are replaced by the defaults. */
const Stored = v.object({
  camera: Chosen,
  microphone: Chosen,
  speaker: Chosen,
  wanted: v.fallback(v.optional(v.object({ microphone: On, camera: On }), WANTED), WANTED),
  mirror: On,
  noise: v.fallback(v.optional(v.picklist(NOISE), 'standard'), 'standard'),
  background: v.fallback(v.optional(v.picklist(BACKGROUNDS), 'none'), 'none'),
})
export type StoredDevices = v.InferOutput<typeof Stored>

/** The devices chosen last time on this machine, with their settings; none if the storage is blocked or broken. */
export function rememberedDevices(): StoredDevices {
  try {
    return v.parse(Stored, JSON.parse(localStorage.getItem(KEY) ?? '{}'))
  } catch {
    return v.parse(Stored, {})
  }
}

/** Stores a choice for next time. Whether it could: if the storage is full or blocked, the choice only holds for this visit. */
export function rememberDevices(chosen: Partial<StoredDevices>): boolean {
  try {
    localStorage.setItem(KEY, JSON.stringify({ ...rememberedDevices(), ...chosen }))
    return true
  } catch {
    return false
  }
}
