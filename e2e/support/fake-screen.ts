import type { Page } from 'playwright-core'

type Drawn = { track: MediaStreamTrack; draw: () => void; timer: number }

/**
 * Gives a page a screen of a size in px to share: a page of text over which something moves, 30 pictures a second. The product's own
 * limits hold for it as for a real one.
 */
export async function drawsScreen(page: Page, size: { width: number; height: number }): Promise<void> {
  await page.evaluate(({ width, height }) => {
    navigator.mediaDevices.getDisplayMedia = async (wanted) => {
      const canvas = Object.assign(document.createElement('canvas'), { width, height })
      const context = canvas.getContext('2d')
      if (!context || typeof wanted?.video !== 'object') throw new Error('no screen')
      context.fillStyle = 'white'
      context.fillRect(0, 0, width, height)
      context.fillStyle = 'black'
      context.font = '16px sans-serif'
      const line = 'The quick brown fox jumps over the lazy dog. '.repeat(Math.ceil(width / 300))
      for (let y = 20; y < height; y += 24) context.fillText(line, 10, y)
      const box = Math.round(height / 8)
      let steps = 0
      const draw = () => {
        const at = () => (steps * 8) % (width - box)
        context.fillStyle = 'white'
        context.fillRect(at(), height / 2, box, box)
        steps += 1
        context.fillStyle = 'crimson'
        context.fillRect(at(), height / 2, box, box)
      }
      const screen = canvas.captureStream(30)
      const [track] = screen.getVideoTracks()
      await track?.applyConstraints(wanted.video)
      Object.assign(window, { drawn: { track, draw, timer: setInterval(draw, 33) } })
      return screen
    }
  }, size)
}

/** What a browser does where the shared window is minimised: no picture comes any more, and the track says so; or they come again. */
export async function minimises(page: Page, isAway: boolean): Promise<void> {
  await page.evaluate((away) => {
    const drawn: Drawn = Reflect.get(window, 'drawn')
    clearInterval(drawn.timer)
    if (!away) drawn.timer = window.setInterval(drawn.draw, 33)
    Object.defineProperty(drawn.track, 'muted', { get: () => away, configurable: true })
    drawn.track.dispatchEvent(new Event(away ? 'mute' : 'unmute'))
  }, isAway)
}
