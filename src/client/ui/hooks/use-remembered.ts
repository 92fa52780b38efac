import { useState } from 'react'

/** A yes or no stored in this browser for next time; if that fails, it holds for this visit. */
export function useRemembered(name: string, first: boolean): [boolean, (chosen: boolean) => void] {
  const [value, setValue] = useState(() => isRemembered(name, first))
  const choose = (chosen: boolean) => {
    setValue(chosen)
    try {
      localStorage.setItem(keyOf(name), String(chosen))
    } catch {
      // The storage is blocked or full.
    }
  }
  return [value, choose]
}

/** The same, read once. */
export function isRemembered(name: string, first: boolean): boolean {
  try {
    const kept = localStorage.getItem(keyOf(name))
    return kept === null ? first : kept === 'true'
  } catch {
    return first
  }
}

function keyOf(name: string): string {
  return `rostrum.${name}`
}
