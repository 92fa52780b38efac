// A keyboard takes more of a screen than any bar of a browser.
const LEFT_BY_KEYBOARD = 0.76

/**
 * Keeps on the page what of it can be seen where a keyboard lies over it (as on iOS, which leaves `dvh` alone): from `--seen-top`, so much
 * as `--seen-h`, both in px; and `data-keyboard` while one seems to be up. What is typed into stays in sight. Runs until the returned
 * function is called.
 */
export function seenHeight(): () => void {
  const seen = visualViewport
  const { style, dataset } = document.documentElement
  if (!seen || !matchMedia('(pointer: coarse)').matches) return () => {}
  const tallest = new Map<number, number>()
  const look = () => {
    // What is zoomed with two fingers is as large as before.
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

/** In a room, which is as high as what is seen, a keyboard pushes nothing up. Runs until the returned function is called. */
export function keepAtTop(): () => void {
  const seen = visualViewport
  const back = () => {
    if (seen?.scale === 1) scrollTo(0, 0)
  }
  seen?.addEventListener('resize', back)
  return () => seen?.removeEventListener('resize', back)
}
