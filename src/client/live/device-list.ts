import type { DeviceKind, DeviceOption } from './device-state.ts'

/** What is plugged in, by kind; speakers only where the browser lets a page choose. Nameless ones are not told apart. */
export async function listDevices(): Promise<Record<DeviceKind, DeviceOption[]>> {
  const all = await navigator.mediaDevices.enumerateDevices().catch(() => [])
  const of = (kind: MediaDeviceKind): DeviceOption[] =>
    all.filter((each) => each.kind === kind && each.deviceId).map(({ deviceId, label }) => ({ id: deviceId, label }))
  const speakers = 'setSinkId' in HTMLMediaElement.prototype ? of('audiooutput') : []
  return { camera: of('videoinput'), microphone: of('audioinput'), speaker: speakers }
}
