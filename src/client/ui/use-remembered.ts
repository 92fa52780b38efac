import { useState } from 'react'

/** A small choice of this browser, kept for the next time; where nothing can be kept it holds for now. */
export function useRemembered(name: string, first: boolean): [boolean, (chosen: boolean) => void] {
  const key = `rostrum.${name}`
  const [value, setValue] = useState(() => read(key) ?? first)
  const choose = (chosen: boolean) => {
    setValue(chosen)
    try {
      localStorage.setItem(key, String(chosen))
    } catch {
      // A browser that keeps nothing, or has no room left.
    }
  }
  return [value, choose]
}

function read(key: string): boolean | null {
  try {
    const kept = localStorage.getItem(key)
    return kept === null ? null : kept === 'true'
  } catch {
    return null
  }
}
