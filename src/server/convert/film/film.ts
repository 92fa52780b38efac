import { copyFile } from 'node:fs/promises'
import { join } from 'node:path'
import { runBoxed, type Boxed } from '../box.ts'
import { refused, type Converted, type Refusal } from '../converted.ts'
import type { Programs } from '../programs.ts'
import { faultIn } from '../worker.ts'
import type { Container } from './container.ts'
import { probe, readingOnly, type Film } from './probe.ts'

type Playing = { type: string; ending: string }

const MP4 = { type: 'video/mp4', ending: 'mp4' }
const M4A = { type: 'audio/mp4', ending: 'm4a' }
const POSTER = 'poster.webp'

/** What is made of a film: how its streams are written, and what comes of them. */
type Making = Playing & { streams: readonly string[] }

const COPY = ['-c', 'copy']
const AAC = ['-c:a', 'aac', '-b:a', '128k', '-ac', '2']
const H264 = [
  '-c:v',
  'libx264',
  '-preset',
  'veryfast',
  '-crf',
  '23',
  '-pix_fmt',
  'yuv420p',
  '-threads',
  '1',
  '-fpsmax',
  '30',
  '-vf',
  "scale='min(1920,iw)':'min(1080,ih)':force_original_aspect_ratio=decrease:force_divisible_by=2",
]

/** Makes of a film or a sound what every browser plays; one that they play already is kept, picture by picture. [CONVERT-12] */
export async function convertFilm(
  source: string,
  container: Container,
  out: string,
  boxed: Omit<Boxed, 'program' | 'args'>,
  programs: Programs,
): Promise<Converted> {
  const { ffmpeg, ffprobe } = programs
  if (!ffmpeg || !ffprobe) return await keepAsItIs(source, container, out)
  const film = await probe(source, ffprobe, boxed, programs)
  if (typeof film === 'string') return refused(film)
  const making = makingOf(film)
  const file = `media.${making.ending}`
  const fault = await encode(
    ffmpeg,
    [
      ...readingOnly(source),
      '-map',
      '0:V:0?',
      '-map',
      '0:a:0?',
      '-map_metadata',
      '-1',
      '-map_chapters',
      '-1',
      ...making.streams,
      ...(making.type.endsWith('/mp4') ? ['-movflags', '+faststart'] : []),
      join(out, file),
    ],
    boxed,
    programs,
  )
  if (fault) return refused(fault)
  const made = await probe(join(out, file), ffprobe, boxed, programs)
  if (typeof made === 'string') return refused(made)
  const { duration, picture } = made
  // There is a head, and nothing in it to see or hear.
  if (!duration) return refused('broken')
  if (!picture) return { kind: 'sound', file, type: making.type, duration }
  const at = Math.min(1, (duration ?? 0) / 10_000)
  const still = ['-frames:v', '1', '-vf', "scale='min(1280,iw)':-2", '-c:v', 'libwebp', '-quality', '75']
  const noPoster = await encode(
    ffmpeg,
    ['-ss', String(at), ...readingOnly(join(out, file)), ...still, join(out, POSTER)],
    boxed,
    programs,
  )
  const { width, height } = picture
  return { kind: 'film', file, type: making.type, duration, width, height, poster: noPoster ? null : POSTER }
}

/** What a browser plays is copied; the rest is written anew. */
function makingOf({ format, picture, sound }: Film): Making {
  const hears = (...codecs: string[]) => sound === null || codecs.includes(sound)
  if (!picture) {
    if (format === 'mp3') return { type: 'audio/mpeg', ending: 'mp3', streams: COPY }
    if (format === 'ogg' && hears('opus', 'vorbis')) return { type: 'audio/ogg', ending: 'ogg', streams: COPY }
    if (format === 'wav' && hears('pcm_s16le', 'pcm_u8')) return { type: 'audio/wav', ending: 'wav', streams: COPY }
    return { ...M4A, streams: sound === 'aac' ? COPY : AAC }
  }
  if (format.startsWith('matroska') && ['vp8', 'vp9', 'av1'].includes(picture.codec) && hears('opus', 'vorbis'))
    return { type: 'video/webm', ending: 'webm', streams: COPY }
  const isPlain = picture.codec === 'h264' && ['yuv420p', 'yuvj420p'].includes(picture.pixels)
  return { ...MP4, streams: isPlain && hears('aac', 'mp3') ? COPY : [...H264, ...AAC] }
}

async function encode(
  ffmpeg: string,
  args: readonly string[],
  boxed: Omit<Boxed, 'program' | 'args'>,
  programs: Programs,
): Promise<Refusal | null> {
  // It goes on telling how far it is also where it comes no further: that it is further is its sign of life.
  let before = ''
  const isAlive = (line: string) => {
    const isFurther = line.startsWith('out_time_us=') && line !== before
    if (isFurther) before = line
    return isFurther
  }
  const always = ['-nostdin', '-v', 'error', '-progress', 'pipe:1', '-y']
  const ended = await runBoxed({ ...boxed, program: ffmpeg, args: [...always, ...args], isAlive }, programs)
  if (ended.how === 'well') return null
  return ended.how === 'badly' ? faultIn(ended.words) : ended.how
}

/** Without FFmpeg what is in a container that browsers play is believed to be played. [CONVERT-13] */
async function keepAsItIs(source: string, { plays }: Container, out: string): Promise<Converted> {
  if (!plays) return refused('no-ffmpeg')
  const { type, ending, isSound } = plays
  const file = `media.${ending}`
  await copyFile(source, join(out, file))
  return isSound
    ? { kind: 'sound', file, type, duration: null }
    : { kind: 'film', file, type, duration: null, width: null, height: null, poster: null }
}
