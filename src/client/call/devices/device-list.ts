import type { DeviceKind, DeviceOption } from './device-state.ts'
import { isSystems } from './device-choice.ts'

/** The system's default, for browsers without an entry for it. */
const SYSTEMS: DeviceOption = { id: '', label: '', group: '' }

/** The devices that are plugged in, by kind; speakers only if the browser lets a page choose. Devices without a label are one entry. */
export async function listDevices(): Promise<Record<DeviceKind, DeviceOption[]>> {
  const all = await navigator.mediaDevices.enumerateDevices().catch(() => [])
  const of = (kind: MediaDeviceKind): DeviceOption[] =>
    all
      .filter((each) => each.kind === kind && each.deviceId)
      .map(({ deviceId, label, groupId }) => ({ id: deviceId, label, group: groupId }))
  const speakers = 'setSinkId' in HTMLMediaElement.prototype ? of('audiooutput') : []
  // No system has one default camera for all programs.
  return { camera: of('videoinput'), microphone: withSystems(of('audioinput')), speaker: withSystems(speakers) }
}

function withSystems(options: DeviceOption[]): DeviceOption[] {
  return options.length === 0 || options.some(({ id }) => isSystems(id)) ? options : [SYSTEMS, ...options]
}
