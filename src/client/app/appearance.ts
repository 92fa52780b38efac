/** How light the page is: as the system, or always so. The stage is dark in each. */
export const APPEARANCES = ['system', 'light', 'dark'] as const

export type Appearance = (typeof APPEARANCES)[number]

const KEPT_AS = 'rostrum.appearance'

/** [APPEAR-1] What was chosen in this browser before; the system’s, where nothing was or nothing can be read. */
export function keptAppearance(): Appearance {
  try {
    const kept = localStorage.getItem(KEPT_AS)
    return APPEARANCES.find((each) => each === kept) ?? 'system'
  } catch {
    return 'system'
  }
}

/** Shows it; `tokens.css` follows the attribute. */
export function showAppearance(chosen: Appearance): void {
  const root = document.documentElement
  if (chosen === 'system') delete root.dataset['theme']
  else root.dataset['theme'] = chosen
}

/** [APPEAR-1] Keeps it for the next time; where nothing can be kept, it holds for this visit. */
export function keepAppearance(chosen: Appearance): void {
  try {
    localStorage.setItem(KEPT_AS, chosen)
  } catch {
    // It is shown all the same.
  }
}
