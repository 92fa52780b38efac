import { expect, test } from 'vitest'
import { SOURCES } from './device-state.ts'
import { aloneAfter } from './device-request.ts'

const may = (microphone: PermissionState, camera: PermissionState) => ({ microphone, camera })

test('[DEVICE-10] what was asked for together is asked for alone where that asks nobody', () => {
  expect(aloneAfter('busy', SOURCES, may('prompt', 'prompt'))).toEqual(SOURCES)
  expect(aloneAfter('none', SOURCES, may('granted', 'granted'))).toEqual(SOURCES)
  expect(aloneAfter('system', SOURCES, may('granted', 'granted'))).toEqual(SOURCES)
  expect(aloneAfter('refused', SOURCES, may('granted', 'prompt'))).toEqual(['microphone'])
  expect(aloneAfter('dismissed', SOURCES, may('prompt', 'granted'))).toEqual(['camera'])
})

test('[DEVICE-10] a no is not followed by another question', () => {
  expect(aloneAfter('refused', SOURCES, may('prompt', 'prompt'))).toEqual([])
  expect(aloneAfter('dismissed', SOURCES, { microphone: 'unknown', camera: 'unknown' })).toEqual([])
  expect(aloneAfter('refused', SOURCES, may('granted', 'granted'))).toEqual([])
  expect(aloneAfter('busy', ['camera'], may('granted', 'granted'))).toEqual([])
})
