import { afterEach, beforeEach, expect, test, vi } from 'vitest'

const picture = new Blob(['a picture'])

/** A shelf of the browser: `full` takes nothing, `blocked` does not even open. */
function shelf(state: 'open' | 'full' | 'blocked') {
  const kept = new Map<string, Response>()
  vi.stubGlobal('caches', {
    async open() {
      if (state === 'blocked') throw new DOMException('no', 'SecurityError')
      return {
        async put(place: string, response: Response) {
          if (state === 'full') throw new DOMException('no', 'QuotaExceededError')
          kept.set(place, response)
        },
        match: async (place: string) => kept.get(place)?.clone(),
      }
    },
  })
}

/** The module as a page that was just opened has it. */
async function page() {
  vi.resetModules()
  return await import('./own-picture.ts')
}

beforeEach(() => shelf('open'))
afterEach(() => vi.unstubAllGlobals())

test('[BACKGROUND-5] a picture of one’s own is there next time', async () => {
  const { keep, keptPicture } = await page()
  expect(await keptPicture()).toBeNull()
  expect(await keep(picture)).toBe(true)
  const next = await page()
  expect(await (await next.keptPicture())?.text()).toBe('a picture')
})

for (const state of ['full', 'blocked'] as const)
  test(`[BACKGROUND-5] where the browser’s storage is ${state}, it is there for now, and that is known`, async () => {
    shelf(state)
    const { keep, keptPicture } = await page()
    expect(await keep(picture)).toBe(false)
    expect(await (await keptPicture())?.text()).toBe('a picture')
    expect(await (await page()).keptPicture()).toBeNull()
  })

test('a file of 50 MB is too large, and not even looked at', async () => {
  const { takePicture } = await page()
  expect(await takePicture(new Blob([new Uint8Array(50_000_000)]))).toEqual({ fault: 'too-large' })
})
