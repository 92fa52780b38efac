import * as v from 'valibot'
import { runBoxed, type Boxed } from '../box.ts'
import type { Refusal } from '../converted.ts'
import type { Programs } from '../programs.ts'
import { faultIn } from '../worker.ts'

const Text = v.optional(v.string(), '')
const Stream = v.object({
  codec_type: Text,
  codec_name: Text,
  pix_fmt: Text,
  width: v.optional(v.number()),
  height: v.optional(v.number()),
  disposition: v.optional(v.object({ attached_pic: v.optional(v.number()) })),
})
const Probed = v.object({
  format: v.object({ format_name: Text, duration: v.optional(v.string()) }),
  streams: v.array(Stream),
})

/** What is in a film: its container as FFmpeg names it, its length in ms, and its first picture and sound. */
export type Film = {
  format: string
  duration: number | null
  picture: { codec: string; pixels: string; width: number; height: number } | null
  sound: string | null
}

// A playlist would have other files read, and so is none of these.
const FORMATS = 'mov,matroska,ogg,wav,mp3,aac,flac,avi,flv,asf,mpegts,mpeg'

/** What a program of FFmpeg is told before the file that it reads: that file alone, and no list of others. */
export const readingOnly = (source: string): string[] => [
  '-protocol_whitelist',
  'file',
  '-format_whitelist',
  FORMATS,
  '-i',
  `file:${source}`,
]

// Nothing else: a title can be as long as a film.
const ENTRIES =
  'format=format_name,duration:stream=codec_type,codec_name,pix_fmt,width,height:stream_disposition=attached_pic'

/** Looks into a film, with ffprobe. */
export async function probe(
  source: string,
  ffprobe: string,
  boxed: Omit<Boxed, 'program' | 'args'>,
  programs: Programs,
): Promise<Film | Refusal> {
  const lines: string[] = []
  const args = ['-v', 'error', '-of', 'json=compact=1', '-show_entries', ENTRIES, ...readingOnly(source)]
  const onLine = (line: string) => lines.length < 10_000 && lines.push(line)
  const ended = await runBoxed({ ...boxed, program: ffprobe, args, onLine }, programs)
  if (ended.how === 'too-slow' || ended.how === 'aborted') return ended.how
  if (ended.how === 'badly') return faultIn(ended.words)
  return filmIn(lines.join('\n')) ?? 'broken'
}

function filmIn(json: string): Film | null {
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), Probed), json)
  if (!parsed.success) return null
  const { format, streams } = parsed.output
  // The cover of a piece of music is a picture of its own.
  const picture = streams.find((each) => each.codec_type === 'video' && each.disposition?.attached_pic !== 1)
  const sound = streams.find((each) => each.codec_type === 'audio')
  if (!picture && !sound) return null
  const seconds = Number(format.duration)
  return {
    format: format.format_name,
    duration: Number.isFinite(seconds) ? Math.round(seconds * 1_000) : null,
    picture: picture
      ? { codec: picture.codec_name, pixels: picture.pix_fmt, width: picture.width ?? 0, height: picture.height ?? 0 }
      : null,
    sound: sound?.codec_name ?? null,
  }
}
