/** Every device that the browser gave this page: whatever became of each, `out` ends it, so that its light goes out. */
export class OpenedTracks {
  readonly #on = new Set<MediaStreamTrack>()

  add(device: MediaStreamTrack): void {
    for (const each of this.#on) if (each.readyState === 'ended') this.#on.delete(each)
    this.#on.add(device)
  }

  out(): void {
    for (const device of this.#on) device.stop()
    this.#on.clear()
  }
}
