import { js, tflite, wasm } from 'virtual:segmentation'
import type { Millis } from '../../../protocol/types.ts'
import type { WorkerAnswer, Behind, WorkerRequest, Streams } from './background-work.ts'
import type { BackgroundOff } from './background.ts'
import { pictureLimit } from './slowness.ts'

const FIRST_WITHIN: Millis = 10_000
// People who try several backgrounds turn each one off in between.
const ENDS_AFTER: Millis = 30_000

/** What one camera is told by the worker: see `WorkerAnswer`. */
type CameraEvents = { off(why: BackgroundOff): void; picture(made: VideoFrame | null): void }

/** One camera's access to the worker. */
export type CameraWorker = {
  /** Resolves with true when the first picture is made, or with false if there will be none. */
  start(behind: Behind, streams: Streams | null): Promise<boolean>
  give(picture: VideoFrame): void
  /** Calling it again does nothing. */
  end(): void
}

let worker: Worker | null = null
let last = 0
let going: ReturnType<typeof setTimeout> | undefined
const cameras = new Map<number, CameraEvents & { begun(has: boolean): void }>()

/**
 * Gives a camera access to the one worker that draws backgrounds, off the page's main thread. Backgrounds that follow each other share the
 * worker; it is ended a while after the last one.
 */
export function connectToWorker(own: CameraEvents): CameraWorker {
  clearTimeout(going)
  const of = ++last
  const working = (worker ??= begin())
  const post = (request: WorkerRequest, transfer: Transferable[] = []) => working.postMessage(request, transfer)
  const events = { ...own, begun: (_has: boolean) => {} }
  cameras.set(of, events)
  return {
    async start(behind, streams) {
      const start = { files: FILES, behind, limit: pictureLimit(), streams }
      const given = 'picture' in behind ? [behind.picture] : []
      post({ of, start }, streams ? [...given, streams.readable, streams.writable] : given)
      return await new Promise((begun) => {
        events.begun = begun
        setTimeout(() => begun(false), FIRST_WITHIN)
      })
    },
    give: (picture) => post({ of, picture }, [picture]),
    end() {
      if (!cameras.delete(of)) return
      post({ of, end: true })
      if (cameras.size > 0) return
      going = setTimeout(() => {
        working.terminate()
        if (worker === working) worker = null
      }, ENDS_AFTER)
    },
  }
}

// Relative addresses would be resolved against the worker's own address, and not the page's.
const FILES = { js: here(js), wasm: here(wasm), tflite: here(tflite) }

function here(address: string): string {
  return new URL(address, location.href).href
}

function begin(): Worker {
  const begun = new Worker(new URL('./background-worker.ts', import.meta.url), { name: 'background' })
  begun.addEventListener('message', ({ data }: MessageEvent<WorkerAnswer>) => {
    const camera = cameras.get(data.of)
    if ('begun' in data) camera?.begun(data.begun)
    else if ('off' in data) camera?.off(data.off)
    else if (camera) camera.picture(data.picture)
    else data.picture?.close()
  })
  // The worker's code could not be loaded, or it failed: no camera's pictures go on.
  begun.addEventListener('error', () => {
    if (worker === begun) worker = null
    for (const camera of cameras.values()) {
      camera.begun(false)
      camera.off('failed')
    }
  })
  return begun
}
