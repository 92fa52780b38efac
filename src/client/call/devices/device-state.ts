import type { Source } from '../../../protocol/types.ts'
import type { Background, BackgroundOff } from '../background/background.ts'

/** The sources that a person publishes, in the order in which they are opened. */
export const SOURCES = ['microphone', 'camera'] as const satisfies readonly Source[]

/** Why a device could not be opened, is off, or is another one than was chosen (`gone`). */
export type DeviceFault =
  | 'refused'
  | 'dismissed'
  | 'system'
  | 'framed'
  | 'none'
  | 'busy'
  | 'insecure'
  | 'unsupported'
  | 'unplugged'
  | 'gone'
  | 'silenced'
  | 'interrupted'
  | 'failed'

/** Noise reduction of one's microphone: none, the browser's, or stronger. */
export const NOISE = ['off', 'standard', 'strong'] as const
export type Noise = (typeof NOISE)[number]

export const DEVICE_KINDS = ['camera', 'microphone', 'speaker'] as const
export type DeviceKind = (typeof DEVICE_KINDS)[number]
/** `group` is the same for all devices of one thing. */
export type DeviceOption = { id: string; label: string; group: string }

/** The state of one's own devices. `level` is the microphone's, 0 to 1. */
export type DeviceState = {
  status: 'closed' | 'opening' | 'open'
  faults: Record<Source, DeviceFault | null>
  /** Whether the person wants to go on stage with it on. */
  wanted: Record<Source, boolean>
  /** Whether it is open. */
  live: Record<Source, boolean>
  /** Whether it is open, but silenced by its own switch or by the system. [DEVICE-3] */
  silenced: Record<Source, boolean>
  options: Record<DeviceKind, DeviceOption[]>
  chosen: Record<DeviceKind, string | null>
  level: number
  noise: Noise
  /** Strong noise reduction was chosen and failed: standard replaces it until another choice. */
  noiseReplaced: boolean
  /** The background. */
  background: Background
  /** Why the background went off by itself, until another choice. */
  backgroundOff: BackgroundOff | null
  /** Which camera of a phone: the one beside the screen, or the other. */
  facing: 'user' | 'environment'
  /** Whether one's own picture is mirrored for oneself; for others it never is. */
  mirror: boolean
  /** Whether the browser stores what is chosen. */
  kept: boolean
}

/** Before a press, and after everything was closed. */
export const CLOSED: DeviceState = {
  status: 'closed',
  faults: { microphone: null, camera: null },
  wanted: { microphone: true, camera: true },
  live: { microphone: false, camera: false },
  silenced: { microphone: false, camera: false },
  options: { camera: [], microphone: [], speaker: [] },
  chosen: { camera: null, microphone: null, speaker: null },
  level: 0,
  noise: 'standard',
  noiseReplaced: false,
  background: 'none',
  backgroundOff: null,
  facing: 'user',
  mirror: true,
  kept: true,
}

/** One's own camera, microphone and speaker, as the interface sees them. The browser is asked for nothing before `open`. */
export type Devices = {
  readonly state: DeviceState
  readonly subscribe: (listener: () => void) => () => void
  /** Opens camera and microphone, by the first press. Resolves when open, or failed; one alone is enough. */
  open(): Promise<void>
  /** Closes both, so that their lights go out. */
  close(): void
  /** Shows one's own picture in a video element until the returned function is called. */
  preview(video: HTMLVideoElement): () => void
  /** Turns one on or off before going on stage. */
  want(source: Source, on: boolean): void
  choose(kind: DeviceKind, id: string): Promise<void>
  /** Changes to the other camera of a phone. */
  flip(): Promise<void>
  /** Mirrors one's own picture for oneself, or not; remembered. */
  mirror(on: boolean): void
  /** Sets noise reduction, on an open microphone without a gap. */
  reduceNoise(noise: Noise): Promise<void>
  /** Sets the background, on an open camera without a gap. */
  setBackground(background: Background): Promise<void>
}
