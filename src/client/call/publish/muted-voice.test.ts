import { expect, test } from 'vitest'
import { MutedVoice } from './muted-voice.ts'

/** Feeds levels, one every 100 ms; gives the times at which it told. */
function told(voice: MutedVoice, levels: readonly number[], from = 0): number[] {
  return levels
    .map((level, n) => [from + n * 100, level] as const)
    .flatMap(([at, level]) => (voice.isNews(level, at) ? [at] : []))
}

test('[MUTE-6] half a second of speech is told once; a knock is not, nor speech with long pauses', () => {
  expect(told(new MutedVoice(), [0.5, 0.5, 0.1, 0.5, 0.5, 0.5, 0.5, 0.5])).toEqual([500])
  expect(told(new MutedVoice(), [0.9, 0.9, 0, 0, 0, 0, 0, 0])).toEqual([])
  expect(told(new MutedVoice(), [0.5, 0.5, 0.5, 0, 0, 0, 0.5, 0.5, 0.5])).toEqual([])
})

test('[MUTE-6] it is told again after half a minute, and what was heard before a pause does not count', () => {
  const voice = new MutedVoice()
  const speech = [0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5]
  expect(told(voice, speech)).toEqual([500])
  expect(told(voice, speech, 10_000)).toEqual([])
  expect(told(voice, speech, 30_400)).toEqual([30_900])
  voice.reset()
  expect(told(voice, [0.5, 0.5, 0.5], 90_000)).toEqual([])
})

test('[MUTE-6] it stays true for a breath, and ends at once with the microphone turned on', () => {
  const voice = new MutedVoice()
  for (let at = 0; at <= 600; at += 100) voice.isNews(0.5, at)
  expect(voice.isOn(600)).toBe(true)
  voice.isNews(0, 2_000)
  expect([voice.isOn(2_000), voice.isOn(2_700)]).toEqual([true, false])
  for (let at = 3_000; at <= 3_600; at += 100) voice.isNews(0.5, at)
  voice.reset()
  expect(voice.isOn(3_600)).toBe(false)
})
