import { useEffect, useState } from 'react'

// A keyboard takes more of a screen than any bar of a browser.
const LEFT_BY_KEYBOARD = 0.76

/**
 * Keeps `--seen-h` on the page at the height that can be seen, where a keyboard lies over it (as on iOS, which leaves
 * `dvh` alone). Gives whether a keyboard seems to be up.
 */
export function useSeenHeight(): boolean {
  const [isKeyboard, setIsKeyboard] = useState(false)
  useEffect(() => {
    const seen = visualViewport
    if (!seen || !matchMedia('(pointer: coarse)').matches) return undefined
    const { style } = document.documentElement
    const tallest = new Map<number, number>()
    const look = () => {
      // What is zoomed with two fingers is as large as before.
      const [width, height] = [Math.round(seen.width * seen.scale), seen.height * seen.scale]
      tallest.set(width, Math.max(height, tallest.get(width) ?? 0))
      style.setProperty('--seen-h', `${height}px`)
      setIsKeyboard(height < LEFT_BY_KEYBOARD * (tallest.get(width) ?? 0))
      if (seen.scale === 1) scrollTo(0, 0)
    }
    look()
    seen.addEventListener('resize', look)
    return () => {
      seen.removeEventListener('resize', look)
      style.removeProperty('--seen-h')
    }
  }, [])
  return isKeyboard
}
