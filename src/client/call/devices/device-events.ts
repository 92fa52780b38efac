import type { Source } from '../../../protocol/types.ts'
import type { BackgroundOff } from '../background/background.ts'
import type { Arrived } from './device-choice.ts'
import type { DeviceFault } from './device-state.ts'

/** What the devices tell their owner. */
export type DeviceNews = {
  /** A track is there, is another one or is gone; resolves when others get that one. */
  track(source: Source): Promise<void>
  /** It is gone, or silent, and nobody here wanted that. */
  lost(source: Source, fault: DeviceFault): void
  /** Another microphone has taken the place of one that was unplugged; its name may be empty. */
  replaced(name: string): void
  /** Something was plugged in or out: what is new, and whether a device is there. */
  plugged(arrived: readonly Arrived[], isThere: (id: string) => boolean): void
  /** Where sound is to play. */
  speaker(id: string): void
  /** How loud it is before the open microphone, 0 to 1, also while it is off. */
  voice(level: number): void
  /** The background went off by itself. */
  backgroundOff(why: BackgroundOff): void
  /** Strong noise reduction did not go on, and standard took its place. */
  noiseReplaced(): void
}
