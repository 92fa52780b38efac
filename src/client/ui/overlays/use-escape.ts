import { useEffect, useEffectEvent } from 'react'

/** Acts on Escape, unless a dialog, a menu or a field has handled the key. */
export function useEscape(isActive: boolean, act: () => void): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.defaultPrevented) act()
  })
  useEffect(() => {
    if (!isActive) return
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [isActive])
}
