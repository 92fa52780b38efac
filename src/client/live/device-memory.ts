import type { DeviceState } from './device-state.ts'

const KEY = 'rostrum.devices'

/** The devices chosen last time on this machine; a storage that is blocked or spoilt gives none. */
export function rememberedDevices(): DeviceState['chosen'] {
  const none = { camera: null, microphone: null, speaker: null }
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}')
    if (typeof kept !== 'object' || kept === null) return none
    const id = (kind: string) => {
      const value: unknown = Reflect.get(kept, kind)
      return typeof value === 'string' ? value : null
    }
    return { camera: id('camera'), microphone: id('microphone'), speaker: id('speaker') }
  } catch {
    return none
  }
}

/** Keeps the choice for next time, where the browser lets us. */
export function rememberDevices(chosen: DeviceState['chosen']): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(chosen))
  } catch {
    // A full or blocked storage costs the person a choice next time, and nothing now.
  }
}
