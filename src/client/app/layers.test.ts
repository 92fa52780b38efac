import { expect, test } from 'vitest'
import { Layers } from './layers.ts'

/** A tab with its entries; `layers` is made when the last of them is shown. */
function tab(...paths: string[]) {
  const all = paths.map((path) => ({ path, isSpare: false }))
  let at = all.length - 1
  const here = () => all[at] ?? { path: '', isSpare: false }
  // The browser goes back after what it was told in.
  const due: number[] = []
  const layers = new Layers({
    path: () => here().path,
    isSpare: () => here().isSpare,
    addSpare() {
      all.splice(at + 1, Infinity, { path: here().path, isSpare: true })
      at += 1
    },
    back: (entries) => void due.push(-entries),
  })
  const go = (by: number) => {
    if (!all[at + by]) return
    at += by
    layers.moved()
    for (const next of due.splice(0)) go(next)
  }
  return {
    layers,
    back: () => go(-1),
    forward: () => go(1),
    settles: () => {
      for (const next of due.splice(0)) go(next)
    },
    goes: (path: string) => {
      all.splice(at + 1, Infinity, { path, isSpare: false })
      at += 1
      layers.moved()
    },
    path: () => here().path,
    length: () => all.length,
  }
}

test('[PHONE-6] going back closes what is over the page, one after the other, and then leaves it', () => {
  const { layers, back, path } = tab('/session', '/room')
  const closed: string[] = []
  const panel = layers.open(() => {
    closed.push('panel')
    panel()
  })
  const menu = layers.open(() => {
    closed.push('menu')
    menu()
  })
  back()
  expect([closed, path()]).toEqual([['menu'], '/room'])
  back()
  expect([closed, path()]).toEqual([['menu', 'panel'], '/room'])
  back()
  expect(path()).toBe('/session')
})

test('[PHONE-6] what was closed by a press of its own takes no second press to leave', () => {
  const { layers, back, path } = tab('/session', '/room')
  layers.open(() => {})()
  layers.open(() => {})()
  back()
  expect(path()).toBe('/session')
})

test('[PHONE-6] what must be answered stays, however often one goes back', () => {
  const { layers, back, path } = tab('/session', '/room')
  const answered = layers.open(null)
  for (let n = 0; n < 3; n++) back()
  expect(path()).toBe('/room')
  answered()
  back()
  expect(path()).toBe('/session')
})

test('[PHONE-7] where leaving costs something it is asked; staying stays, and a yes leaves', () => {
  const { layers, back, path, settles } = tab('/session', '/room')
  let isOnStage = false
  let asked = 0
  let close = () => {}
  const ask = () => {
    asked += 1
    close = layers.open(() => close())
  }
  layers.protect({ isAsked: () => isOnStage, ask })
  isOnStage = true
  layers.changed()
  back()
  expect([asked, path()]).toEqual([1, '/room'])
  // Back closes the question too.
  back()
  expect([asked, path()]).toEqual([1, '/room'])
  back()
  expect([asked, path()]).toEqual([2, '/room'])
  layers.leave()
  settles()
  expect(path()).toBe('/session')
})

test('[PHONE-7] who has left the stage meanwhile leaves without a question', () => {
  const { layers, back, path } = tab('/session', '/room')
  let isOnStage = true
  layers.protect({ isAsked: () => isOnStage, ask: () => expect.unreachable() })
  isOnStage = false
  back()
  expect(path()).toBe('/session')
})

test('[PHONE-6] a tab that was opened in the room keeps it as long as something is over it', () => {
  const { layers, back, path, length } = tab('/room')
  const panel = layers.open(() => panel())
  back()
  expect([path(), length()]).toEqual(['/room', 2])
  // There is nothing to go back to: the browser's own next step closes the tab.
  back()
  expect(path()).toBe('/room')
})

test('[PHONE-6] other pages, and going forward, are none of its business', () => {
  const { layers, back, forward, goes, path } = tab('/session', '/room')
  const panel = layers.open(() => panel())
  back()
  forward()
  expect(path()).toBe('/room')
  goes('/other')
  back()
  expect(path()).toBe('/room')
  back()
  expect(path()).toBe('/session')
  forward()
  expect(path()).toBe('/room')
})
