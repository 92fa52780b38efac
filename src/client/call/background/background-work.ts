import type { Millis } from '../../../protocol/types.ts'
import type { BackgroundOff } from './background.ts'

/** The background as it is sent to the worker: the number of steps by which the camera's own picture is blurred, or a picture. */
export type Behind = { blur: number } | { picture: ImageBitmap }

/** The addresses of the segmenter: its script, its wasm and its model. */
export type SegmenterFiles = { js: string; wasm: string; tflite: string }

/** The pictures of a camera, and the stream that takes them with the new background. */
export type Streams = { readable: ReadableStream<VideoFrame>; writable: WritableStream<VideoFrame> }

/**
 * What the page sends to the worker, for one camera by its number: to begin (without streams its pictures come one by one), one picture,
 * and to end. `limit`: how long one picture may take, in ms.
 */
export type WorkerRequest = { of: number } & (
  | { start: { files: SegmenterFiles; behind: Behind; limit: Millis; streams: Streams | null } }
  | { picture: VideoFrame }
  | { end: true }
)

/**
 * What the worker answers: that the first picture is made or none will be; that it goes off; and one picture that was sent alone, null if
 * it could not be made.
 */
export type WorkerAnswer = { of: number } & (
  | { begun: boolean }
  | { off: BackgroundOff }
  | { picture: VideoFrame | null }
)
