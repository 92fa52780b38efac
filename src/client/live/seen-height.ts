// A keyboard takes more of a screen than any bar of a browser.
const LEFT_BY_KEYBOARD = 0.76

/**
 * Keeps `--seen-h` on the page at the height that can be seen, where a keyboard lies over it (as on iOS, which leaves
 * `dvh` alone), and `data-keyboard` while one seems to be up. Runs until the returned function is called.
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
    style.setProperty('--seen-h', `${height}px`)
    dataset.keyboard = String(height < LEFT_BY_KEYBOARD * most)
    if (seen.scale === 1) scrollTo(0, 0)
  }
  look()
  seen.addEventListener('resize', look)
  return () => {
    seen.removeEventListener('resize', look)
    style.removeProperty('--seen-h')
    delete dataset.keyboard
  }
}
