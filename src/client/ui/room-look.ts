/** The look of a room: its colour, as `#rrggbb`, and where its logo is. Empty where it has none. */
export type RoomLook = { accent: string; logo: string }

let shown: RoomLook = { accent: '', logo: '' }

/** The look of the room that this page shows. */
export const roomLook = (): RoomLook => shown

/** Shows the look that the server has put at the head of a room's page. [ROOM-11] */
export function showRoomLook(): void {
  shown = { accent: said('room-accent'), logo: said('room-logo') }
  for (const [name, colour] of Object.entries(accentColours(shown.accent)))
    document.documentElement.style.setProperty(name, colour)
}

const said = (name: string) => document.head.querySelector<HTMLMetaElement>(`meta[name='${name}']`)?.content ?? ''

/**
 * A room's colour in the place of ours, by the names of tokens.css; none where it has none. On paper white text on it can be read [ROOM-6]; on a dark
 * page, and on the stage, it is lightened until dark text on it can, and it can be seen on what lies around.
 */
export function accentColours(accent: string): Record<string, string> {
  if (!/^#[\da-f]{6}$/i.test(accent)) return {}
  const mixed = (percent: number, colour: string) => `color-mix(in srgb, ${accent}, ${colour} ${percent}%)`
  const light = (percent: number) => mixed(percent, '#fff')
  const dark = (percent: number) => mixed(percent, '#000')
  return {
    '--accent': `light-dark(${accent}, ${light(60)})`,
    '--accent-hover': `light-dark(${dark(12)}, ${light(70)})`,
    '--accent-press': `light-dark(${dark(24)}, ${light(80)})`,
    '--on-accent': 'light-dark(#fff, #000)',
    '--accent-soft': `light-dark(${light(88)}, ${mixed(75, '#0f1412')})`,
    '--accent-ink': `light-dark(${dark(15)}, ${light(70)})`,
  }
}
