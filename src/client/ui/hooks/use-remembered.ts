import { useState } from 'react'

/** A small choice of this browser, kept for the next time; where nothing can be kept it holds for now. */
export function useRemembered(name: string, first: boolean): [boolean, (chosen: boolean) => void] {
  const [value, setValue] = useState(() => isRemembered(name, first))
  const choose = (chosen: boolean) => {
    setValue(chosen)
    try {
      localStorage.setItem(keyOf(name), String(chosen))
    } catch {
      // A browser that keeps nothing, or has no room left.
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
