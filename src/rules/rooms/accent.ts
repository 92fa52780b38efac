/** The least contrast of text, by WCAG 2.2, 1.4.3. */
const CONTRAST_MIN = 4.5

const channel = (of: number): number => {
  const share = of / 255
  return share <= 0.040_45 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
}

/** The contrast of white text on a colour `#rrggbb`, from 1 to 21. https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
export function contrastWithWhite(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((from) => channel(Number.parseInt(colour.slice(from, from + 2), 16)))
  const luminance = 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0)
  return 1.05 / (luminance + 0.05)
}

/** Why a colour cannot be a room's accent, or null. None, as '', can. [ROOM-6] */
export function accentFault(colour: string): 'accent-wrong' | 'accent-faint' | null {
  if (colour === '') return null
  if (!/^#[\da-f]{6}$/i.test(colour)) return 'accent-wrong'
  return contrastWithWhite(colour) < CONTRAST_MIN ? 'accent-faint' : null
}
