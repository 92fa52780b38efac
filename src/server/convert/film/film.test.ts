import { execFileSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Conversion, PROGRAMS } from '../../../../test/server/conversion.ts'
import { containerOf } from './container.ts'

const PATIENT = 120_000
const { ffmpeg } = PROGRAMS
const hasFfmpeg = ffmpeg !== null && PROGRAMS.ffprobe !== null

/** Two seconds of a test picture and a tone, written so. */
function made(conversion: Conversion, name: string, ...codecs: string[]): Buffer {
  const file = join(conversion.folder, name)
  const sources = ['-f', 'lavfi', '-i', 'testsrc=s=320x180:d=2:r=15', '-f', 'lavfi', '-i', 'sine=d=2']
  execFileSync(ffmpeg ?? '', ['-v', 'error', ...sources, ...codecs, '-metadata', 'title=Secret', file])
  return readFileSync(file)
}

test.runIf(hasFfmpeg)(
  '[CONVERT-12] a film that browsers play is kept, and plays before it is all there',
  { timeout: PATIENT },
  async () => {
    await using conversion = new Conversion()
    const mp4 = made(conversion, 'a.mp4', '-c:v', 'libx264', '-pix_fmt', 'yuv420p', '-c:a', 'aac')
    const converted = await conversion.convert(mp4)
    expect(converted).toMatchObject({ kind: 'film', file: 'media.mp4', type: 'video/mp4', width: 320, height: 180 })
    expect(converted).toMatchObject({ poster: 'poster.webp', duration: expect.closeTo(2_000, -3) })
    const kept = conversion.read('media.mp4').toString('latin1')
    expect(kept.indexOf('moov')).toBeLessThan(kept.indexOf('mdat'))
    expect(kept).not.toContain('Secret')
    expect(conversion.read('poster.webp').toString('latin1', 8, 12)).toBe('WEBP')
  },
)

test.runIf(hasFfmpeg)(
  '[CONVERT-12] any other film becomes MP4, and sound stays sound',
  { timeout: PATIENT },
  async () => {
    await using conversion = new Conversion()
    const avi = made(conversion, 'a.avi', '-c:v', 'mpeg4', '-c:a', 'mp3')
    expect(await conversion.convert(avi)).toMatchObject({ kind: 'film', type: 'video/mp4', width: 320 })
    const wav = made(conversion, 'a.wav', '-map', '1:a')
    expect(await conversion.convert(wav)).toMatchObject({ kind: 'sound', file: 'media.wav', type: 'audio/wav' })
    const flac = made(conversion, 'a.flac', '-map', '1:a')
    expect(await conversion.convert(flac)).toMatchObject({ kind: 'sound', file: 'media.m4a', type: 'audio/mp4' })
  },
)

test.runIf(hasFfmpeg)(
  '[CONVERT-4] a film of which only the head is there is broken',
  { timeout: PATIENT },
  async () => {
    await using conversion = new Conversion()
    const mp4 = made(conversion, 'a.mp4', '-c:v', 'libx264', '-pix_fmt', 'yuv420p', '-c:a', 'aac')
    expect(await conversion.convert(mp4.subarray(0, 2_000))).toEqual({ kind: 'refused', reason: 'broken' })
  },
)

test.runIf(hasFfmpeg)(
  '[CONVERT-4] a film that comes no further is given up, though it is still worked on',
  { timeout: PATIENT },
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'rostrum-ffmpeg-'))
    const stuck = join(folder, 'ffmpeg')
    writeFileSync(stuck, '#!/bin/sh\nwhile true; do echo out_time_us=40000; echo progress=continue; sleep 0.1; done\n')
    chmodSync(stuck, 0o755)
    await using conversion = new Conversion({
      programs: { ...PROGRAMS, ffmpeg: stuck },
      limits: { film: { silent: 1_500 } },
    })
    const mp4 = made(conversion, 'a.mp4', '-c:v', 'libx264', '-pix_fmt', 'yuv420p', '-c:a', 'aac')
    expect(await conversion.convert(mp4)).toEqual({ kind: 'refused', reason: 'too-slow' })
    rmSync(folder, { recursive: true })
  },
)

test(
  '[CONVERT-13] without FFmpeg what browsers play is kept as it is, and the rest refused',
  { timeout: PATIENT },
  async () => {
    await using conversion = new Conversion({ programs: { ...PROGRAMS, ffmpeg: null, ffprobe: null } })
    const mp4 = Buffer.from('\0\0\0\x20ftypisom and so on')
    expect(await conversion.convert(mp4)).toMatchObject({
      kind: 'film',
      type: 'video/mp4',
      duration: null,
      poster: null,
    })
    expect(conversion.read('media.mp4')).toEqual(mp4)
    expect(await conversion.convert('ID3 and so on')).toMatchObject({ kind: 'sound', type: 'audio/mpeg' })
    expect(await conversion.convert('RIFF....AVI and so on')).toEqual({ kind: 'refused', reason: 'no-ffmpeg' })
  },
)

test('[CONVERT-1] a container is known by its first bytes', () => {
  const nameOf = (head: string) => containerOf(head)?.name
  expect(nameOf('\0\0\0\x14ftypqt  ')).toBe('mov')
  expect(nameOf('\0\0\0\x08wide\0\0\0\0mdat')).toBe('mov')
  expect(nameOf('\x1a\x45\xdf\xa3....webm')).toBe('webm')
  expect(nameOf('\x1a\x45\xdf\xa3....matroska')).toBe('matroska')
  expect(nameOf('#EXTM3U\nfile:///etc/passwd')).toBeUndefined()
})
