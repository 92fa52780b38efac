/** Light or dark: as the system, or always one of them. The stage is dark in each. */
export const APPEARANCES = ['system', 'light', 'dark'] as const

export type Appearance = (typeof APPEARANCES)[number]

const KEPT_AS = 'rostrum.appearance'

/** [APPEAR-1] The stored choice; the system's if there is none, or it cannot be read. */
export function keptAppearance(): Appearance {
  try {
    const kept = localStorage.getItem(KEPT_AS)
    return APPEARANCES.find((each) => each === kept) ?? 'system'
  } catch {
    return 'system'
  }
}

/** Applies it; `tokens.css` follows the attribute. */
export function showAppearance(chosen: Appearance): void {
  const root = document.documentElement
  if (chosen === 'system') delete root.dataset['theme']
  else root.dataset['theme'] = chosen
}

/** [APPEAR-1] Stores it for next time; if that fails, it holds for this visit. */
export function keepAppearance(chosen: Appearance): void {
  try {
    localStorage.setItem(KEPT_AS, chosen)
  } catch {
    // It is applied all the same.
  }
}
