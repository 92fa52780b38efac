// A keyboard takes more of a screen than any bar of a browser.
const LEFT_BY_KEYBOARD = 0.76

/**
 * Publishes the visible part of the page as `--seen-top` and `--seen-h`, in px, because a keyboard may cover the rest (as on iOS, where
 * `dvh` ignores it); and sets `data-keyboard` while one seems to be open. The focused field stays in sight. Runs until the returned
 * function is called.
 */
export function seenHeight(): () => void {
  const seen = visualViewport
  const { style, dataset } = document.documentElement
  if (!seen || !matchMedia('(pointer: coarse)').matches) return () => {}
  const tallest = new Map<number, number>()
  const look = () => {
    // Pinch zoom does not change the size.
    const [width, height] = [Math.round(seen.width * seen.scale), seen.height * seen.scale]
    const most = Math.max(height, tallest.get(width) ?? 0)
    tallest.set(width, most)
    const hasKeyboard = height < LEFT_BY_KEYBOARD * most
    style.setProperty('--seen-h', `${height}px`)
    style.setProperty('--seen-top', seen.scale === 1 ? `${seen.offsetTop}px` : '0px')
    dataset.keyboard = String(hasKeyboard)
    if (hasKeyboard) document.activeElement?.scrollIntoView({ block: 'nearest' })
  }
  look()
  seen.addEventListener('resize', look)
  seen.addEventListener('scroll', look)
  return () => {
    seen.removeEventListener('resize', look)
    seen.removeEventListener('scroll', look)
    style.removeProperty('--seen-h')
    style.removeProperty('--seen-top')
    delete dataset.keyboard
  }
}

/** In a room, which is as high as the visible part, a keyboard must not scroll the page. Runs until the returned function is called. */
export function keepAtTop(): () => void {
  const seen = visualViewport
  const back = () => {
    if (seen?.scale === 1) scrollTo(0, 0)
  }
  seen?.addEventListener('resize', back)
  return () => seen?.removeEventListener('resize', back)
}
