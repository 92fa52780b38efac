import type { Source } from '../../../protocol/types.ts'
import type { BackgroundOff } from '../background/background.ts'
import type { Arrived } from './device-choice.ts'
import type { DeviceFault } from './device-state.ts'

/** What the devices report. */
export type DeviceEvents = {
  /** A track was opened, replaced or closed; resolves when others receive the new one. */
  track(source: Source): Promise<void>
  /** A device is gone or silent, and its person did not do it. */
  lost(source: Source, fault: DeviceFault): void
  /** Another microphone has replaced one that was unplugged; its name may be empty. */
  replaced(name: string): void
  /** Something was plugged in or out: the new devices, and whether a device is still there. */
  plugged(arrived: readonly Arrived[], isThere: (id: string) => boolean): void
  /** The speaker to play on. */
  speaker(id: string): void
  /** The level at the open microphone, 0 to 1, also while it is off. */
  voice(level: number): void
  /** The background went off by itself. */
  backgroundOff(why: BackgroundOff): void
  /** Strong noise reduction failed, and standard replaced it. */
  noiseReplaced(): void
}
