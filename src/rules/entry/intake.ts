/** How newcomers are let in to the media: with pictures, with sound alone, or not before somebody leaves. */
export type Intake = 'open' | 'sound-only' | 'full'

/** What goes through the media: viewers with pictures and with sound alone, and the cores that the engine works; null where unknown. */
export type MediaLoad = { pictures: number; soundOnly: number; engineCores: number | null }

/**
 * `viewers`: how many with pictures the operator has set, 0 for what the machine holds. `cores`: of the engine's machine, null where it is
 * not ours.
 */
export type MediaLimits = { viewers: number; cores: number | null }

// Measured by bench/media.ts: of what a viewer with pictures costs the engine, so much is the sound.
const SOUND_SHARE = 0.4
// One viewer of a stage of six, one large and five small (2.9 Mbit/s), takes 0.0093 cores of LiveKit 1.13.5.
const CORES_PER_VIEWER = 0.0093
/** What the engine may take of the machine: above it sound comes late before anything is lost. */
const USABLE = 0.7
// From here on what is measured says more than what was measured elsewhere: a handful of viewers tells little.
const TELLING_VIEWERS = 20
// An engine that hardly works, because nobody sends anything, does not say how many it would hold.
const LEAST_CORES = 0.1

/** As shares of the end: where each state begins, and where it is left again, so that one who comes and goes changes nothing. */
const SOUND_ONLY = { from: 0.85, until: 0.75 }
const FULL = { from: 1, until: 0.9 }

/**
 * [LOAD-1] How many viewers with pictures the media hold: what the operator has set; else what the present ones cost, carried on to the
 * end of the machine; else what was measured elsewhere. An estimate; null where nothing is known. [LOAD-5]
 */
export function viewersHeld(load: MediaLoad, limits: MediaLimits): number | null {
  if (limits.viewers > 0) return limits.viewers
  if (limits.cores === null) return null
  const weight = weightOf(load)
  const { engineCores } = load
  const isTelling = engineCores !== null && weight >= TELLING_VIEWERS
  const usable = limits.cores * USABLE
  const held = isTelling ? (usable * weight) / Math.max(engineCores, LEAST_CORES) : usable / CORES_PER_VIEWER
  return Math.max(1, Math.floor(held))
}

/** [LOAD-2] What becomes of the intake that was before. */
export function nextIntake(before: Intake, load: MediaLoad, limits: MediaLimits): Intake {
  const used = weightOf(load) / (viewersHeld(load, limits) ?? Infinity)
  if (used >= FULL.from || (before === 'full' && used >= FULL.until)) return 'full'
  if (used >= SOUND_ONLY.from || (before !== 'open' && used >= SOUND_ONLY.until)) return 'sound-only'
  return 'open'
}

/** [LOAD-2] To how many of those who receive sound alone pictures can be given now. */
export function picturesToGive(load: MediaLoad, limits: MediaLimits): number {
  const free = (viewersHeld(load, limits) ?? Infinity) * SOUND_ONLY.until - weightOf(load)
  return Math.min(load.soundOnly, Math.max(0, Math.floor(free / (1 - SOUND_SHARE))))
}

/** How many viewers with pictures would cost as much. */
function weightOf({ pictures, soundOnly }: MediaLoad): number {
  return pictures + soundOnly * SOUND_SHARE
}
