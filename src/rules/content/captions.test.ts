import { expect, test } from 'vitest'
import { readCaptions } from './captions.ts'

test('[FILM-3] captions are times and plain words', () => {
  const brought = [
    '\uFEFFWEBVTT - A walk',
    'STYLE\n::cue { color: red }',
    'NOTE nobody sees this',
    'one\n00:01.000 --> 00:02.500 align:start position:0%\n<v Hana><b>The harbour</b></v>',
    '01:00:02.000 --> 01:00:03.000\r\ntwo lines\r\nof words',
    '00:05.000 --> 00:06.000\n<i></i>',
  ].join('\r\n\r\n')
  expect(readCaptions(brought)).toBe(
    'WEBVTT\n\n00:01.000 --> 00:02.500\nThe harbour\n\n01:00:02.000 --> 01:00:03.000\ntwo lines\nof words\n',
  )
})

test('[FILM-3] what is no captions, has none or is too much is none', () => {
  for (const none of ['', 'WEBVTTX', 'WEBVTT', '1\n00:00:01,000 --> 00:00:02,000\nSRT', `WEBVTT\n\n${'x'.repeat(1e6)}`])
    expect(readCaptions(none)).toBeNull()
  const many = `WEBVTT\n\n${Array.from({ length: 20_000 }, () => '00:01.000 --> 00:02.000\na').join('\n\n')}`
  expect(readCaptions(many)?.match(/-->/g)).toHaveLength(10_000)
})

test('[FILM-3] a million brackets that are never closed are read once, not once for each', () => {
  const cue = (words: string) => `WEBVTT\n\n00:01.000 --> 00:02.000\n${words}`
  expect(readCaptions(cue('<'.repeat(999_000)))).toContain('&lt;&lt;')
  expect(readCaptions(cue('3 < 5 <i>is</i> <<b>b>so'))).toBe(cue('3 &lt; 5 is &lt;b>so\n'))
})
