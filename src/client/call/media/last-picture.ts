import type { Millis } from '../../../protocol/types.ts'

// A person who comes later needs a key frame, and gets one only while there are pictures.
const AGAIN: Millis = 1_000

/** Remembers the last picture of a track, to show it when the track gives no more. Ends with `close`. [SHARE-9] */
export class LastPicture {
  readonly #video = document.createElement('video')
  #end = () => {}

  constructor(track: MediaStreamTrack) {
    this.#video.muted = true
    this.#video.playsInline = true
    this.#video.srcObject = new MediaStream([track])
    this.#video.play().catch(() => {})
  }

  /** A track that repeats the last picture, until the next call or the end; null if there was none yet. */
  hold(): MediaStreamTrack | null {
    this.let()
    const { videoWidth: width, videoHeight: height } = this.#video
    const canvas = Object.assign(document.createElement('canvas'), { width, height })
    const context = canvas.getContext('2d')
    if (width === 0 || !context) return null
    context.drawImage(this.#video, 0, 0)
    const { track, show } = 'MediaStreamTrackGenerator' in globalThis ? fed(canvas) : captured(context)
    show()
    const timer = setInterval(show, AGAIN)
    this.#end = () => {
      clearInterval(timer)
      track.stop()
    }
    return track
  }

  /** Ends the track that repeats the picture. */
  let(): void {
    this.#end()
    this.#end = () => {}
  }

  close(): void {
    this.let()
    this.#video.srcObject = null
  }
}

type Shown = { track: MediaStreamTrack; show: () => void }

/** Works while the page is hidden too, as it is for a person who shares another window. */
function fed(canvas: HTMLCanvasElement): Shown {
  const track = new MediaStreamTrackGenerator({ kind: 'video' })
  const writer = track.writable.getWriter()
  const show = () => {
    // Fails once the track has ended.
    writer.write(new VideoFrame(canvas, { timestamp: performance.now() * 1_000 })).catch(() => {})
  }
  return { track, show }
}

function captured(context: CanvasRenderingContext2D): Shown {
  const { canvas } = context
  const [track] = canvas.captureStream().getVideoTracks()
  if (!track) throw new Error('a canvas without a picture')
  return { track, show: () => context.drawImage(canvas, 0, 0) }
}
