import type { RemoteTrackPublication } from 'livekit-client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { firstReceiving, rememberSaving, Thrift } from './receiving.ts'

beforeEach(() => {
  const storage = new Map<string, string>()
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => storage.get(key) ?? null,
    setItem: (key: string, value: string) => storage.set(key, value),
  })
  vi.stubGlobal('navigator', {})
})
afterEach(() => void vi.unstubAllGlobals())

/** A track that is received, and what is asked for of it. */
function publication(source: string, kind = 'video', hasCome = true) {
  const asked: string[] = []
  const given = {
    source,
    kind,
    track: hasCome ? {} : undefined,
    setVideoQuality: (quality: number) => asked.push(`quality ${quality}`),
    setVideoFPS: (rate: number) => asked.push(`rate ${rate}`),
  }
  return { given: given as unknown as RemoteTrackPublication, asked }
}

test('[LINE-3] of cameras the smallest pictures are asked for, of a shared screen fewer, and all again afterwards', () => {
  const thrift = new Thrift()
  const [camera, screen, sound] = [
    publication('camera'),
    publication('screen_share'),
    publication('microphone', 'audio'),
  ]
  for (const isSaving of [false, true, true, false, false])
    for (const { given } of [camera, screen, sound]) thrift.apply(given, isSaving)
  expect(camera.asked).toEqual(['quality 0', 'quality 2'])
  expect(screen.asked).toEqual(['rate 5', 'rate 30'])
  expect(sound.asked).toEqual([])
})

test('[LINE-3] what has not come yet is asked for less of when it comes', () => {
  const { given, asked } = publication('camera', 'video', false)
  const thrift = new Thrift()
  thrift.apply(given, true)
  expect(asked).toEqual([])
  thrift.apply(Object.assign(given, { track: {} }), true)
  expect(asked).toEqual(['quality 0'])
})

test('[LINE-3] the choice is kept on this machine, and is first what the browser does', () => {
  expect(firstReceiving()).toEqual({ pictures: true, isSaving: false, isWithheld: false })
  vi.stubGlobal('navigator', { connection: { saveData: true } })
  expect(firstReceiving().isSaving).toBe(true)
  rememberSaving(false)
  expect(firstReceiving().isSaving).toBe(false)
  vi.stubGlobal('navigator', {})
  rememberSaving(true)
  expect(firstReceiving()).toEqual({ pictures: true, isSaving: true, isWithheld: false })
})
