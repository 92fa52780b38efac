import type { Source } from '../../../protocol/types.ts'
import type { Background, BackgroundOff } from '../background/background.ts'

/** What a person can give, in the order in which it is asked for. */
export const SOURCES = ['microphone', 'camera'] as const satisfies readonly Source[]

/** Why a device could not be opened, is off, or is another one than was chosen (`gone`); in one word each. */
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

/** How much noise is taken away from the own microphone: nothing, what the browser takes, or more. */
export const NOISE = ['off', 'standard', 'strong'] as const
export type Noise = (typeof NOISE)[number]

export const DEVICE_KINDS = ['camera', 'microphone', 'speaker'] as const
export type DeviceKind = (typeof DEVICE_KINDS)[number]
/** `group` is the same for all devices of one thing. */
export type DeviceOption = { id: string; label: string; group: string }

/** The state of the own devices. `level` is the microphone's, 0 to 1. */
export type DeviceState = {
  status: 'closed' | 'opening' | 'open'
  faults: Record<Source, DeviceFault | null>
  /** Whether the person wants to go on stage with it on. */
  wanted: Record<Source, boolean>
  /** Whether it is open now. */
  live: Record<Source, boolean>
  /** Whether it is open, and silent by its own switch or by the system. [DEVICE-3] */
  silenced: Record<Source, boolean>
  options: Record<DeviceKind, DeviceOption[]>
  chosen: Record<DeviceKind, string | null>
  level: number
  noise: Noise
  /** Strong noise reduction was chosen and did not go on: standard took its place, until another choice. */
  noiseReplaced: boolean
  /** What stands behind the person. */
  background: Background
  /** Why it went off by itself, until another choice. */
  backgroundOff: BackgroundOff | null
  /** Which of a phone's cameras: that on the side of the screen, or the other one. */
  facing: 'user' | 'environment'
  /** Whether one sees oneself as in a mirror; others never do. */
  mirror: boolean
  /** Whether the browser keeps what is chosen for next time. */
  kept: boolean
}

/** Before a press, and after what was opened is closed. */
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

/** The own camera, microphone and speaker, as the screens see them. Nothing is asked of the browser before `open`. */
export type Devices = {
  readonly state: DeviceState
  readonly subscribe: (listener: () => void) => () => void
  /** Opens camera and microphone (the first press). Resolves when open, or failed; one alone is enough. */
  open(): Promise<void>
  /** Closes both; the lights go out. */
  close(): void
  /** Shows the own picture in a video element until the returned function is called. */
  preview(video: HTMLVideoElement): () => void
  /** Turns one on or off before going on stage. */
  want(source: Source, on: boolean): void
  choose(kind: DeviceKind, id: string): Promise<void>
  /** Films with the other camera of a phone. */
  flip(): Promise<void>
  /** Shows oneself as in a mirror, or as others see one; remembered. */
  mirror(on: boolean): void
  /** Takes more or less noise away, from an open microphone without a gap. */
  reduceNoise(noise: Noise): Promise<void>
  /** Puts something else behind the person, without a gap in the picture of an open camera. */
  setBackground(background: Background): Promise<void>
}
