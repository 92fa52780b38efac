import { afterEach, expect, test, vi } from 'vitest'
import type { Source } from '../../../protocol/types.ts'
import { watchInterruptions } from './interruptions.ts'

afterEach(() => void vi.unstubAllGlobals())

/** A page on a machine, with what is open, what was turned off and what its person was told. */
function page({ handheld }: { handheld: boolean }) {
  const document = Object.assign(new EventTarget(), { visibilityState: 'visible' })
  vi.stubGlobal('document', document)
  vi.stubGlobal('matchMedia', () => ({ matches: handheld }))
  const open = new Set<Source>(['microphone', 'camera'])
  const told: Source[] = []
  watchInterruptions({
    open: () => [...open],
    off: (source) => open.delete(source),
    tell: (source) => told.push(source),
  })
  const turn = (visibilityState: string) => {
    Object.assign(document, { visibilityState })
    document.dispatchEvent(new Event('visibilitychange'))
  }
  return { open, told, hide: () => turn('hidden'), show: () => turn('visible'), document }
}

test('[DEVICE-4] a call or a locked screen turns off what is open on a handheld, and its person is told on coming back', () => {
  const { open, told, hide, show, document } = page({ handheld: true })
  hide()
  expect([...open]).toEqual([])
  // A page that is frozen after it was hidden has nothing left to turn off, and forgets nothing.
  document.dispatchEvent(new Event('freeze'))
  expect(told).toEqual([])
  show()
  expect(told).toEqual(['microphone', 'camera'])
  hide()
  show()
  expect(told).toEqual(['microphone', 'camera'])
})

test('[DEVICE-4] on a desk another tab or window takes nothing away', () => {
  const { open, told, hide, show } = page({ handheld: false })
  hide()
  show()
  expect([...open]).toEqual(['microphone', 'camera'])
  expect(told).toEqual([])
})
