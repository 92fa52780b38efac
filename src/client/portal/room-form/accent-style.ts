import type { CSSProperties } from 'react'

type Accent = CSSProperties & Record<`--${string}`, string>

/** The styles that give buttons a room's accent; none where it has none. White text on it can be read. [ROOM-6] */
export function accentStyle(accent: string): Accent | undefined {
  if (accent === '') return undefined
  const darker = (by: number) => `color-mix(in srgb, ${accent}, #000 ${by}%)`
  return { '--accent': accent, '--accent-hover': darker(12), '--accent-press': darker(24), '--on-accent': '#fff' }
}
