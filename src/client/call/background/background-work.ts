import type { Millis } from '../../../protocol/types.ts'
import type { BackgroundOff } from './background.ts'

/** What stands behind a person, as it is handed over: the camera's own picture made small so many times, or a picture. */
export type Behind = { blur: number } | { picture: ImageBitmap }

/** Where what finds the person lies: the script and the wasm of the segmenter, and its model. */
export type SegmenterFiles = { js: string; wasm: string; tflite: string }

/** A camera's pictures, and where they go with another background. */
export type Streams = { readable: ReadableStream<VideoFrame>; writable: WritableStream<VideoFrame> }

/**
 * What the page says to its worker, of one camera by its number: to begin (without streams its pictures come one by one), one
 * picture, and to end. `limit`: how long a picture may take.
 */
export type Said = { of: number } & (
  | { start: { files: SegmenterFiles; behind: Behind; limit: Millis; streams: Streams | null } }
  | { picture: VideoFrame }
  | { end: true }
)

/**
 * What it hears: that the first picture is made, or none ever will be; that it does not go on; a picture that came alone, which is null
 * where it could not be made.
 */
export type Answered = { of: number } & ({ begun: boolean } | { off: BackgroundOff } | { picture: VideoFrame | null })
