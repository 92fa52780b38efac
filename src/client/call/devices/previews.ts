/** The video elements that show one's own picture. */
export class Previews {
  readonly #videos = new Set<HTMLVideoElement>()
  #track: MediaStreamTrack | null = null

  /** Shows it in one more element until the returned function is called. */
  add(video: HTMLVideoElement): () => void {
    this.#videos.add(video)
    this.#fill(video)
    return () => {
      this.#videos.delete(video)
      video.srcObject = null
    }
  }

  /** The track to show in all of them from now on. */
  show(track: MediaStreamTrack | null): void {
    this.#track = track
    for (const video of this.#videos) this.#fill(video)
  }

  #fill(video: HTMLVideoElement): void {
    video.srcObject = this.#track ? new MediaStream([this.#track]) : null
    if (this.#track) video.play().catch(() => {})
  }
}
