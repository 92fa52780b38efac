import { js, tflite, wasm } from 'virtual:segmentation'
import type { Millis } from '../../../protocol/types.ts'
import type { Answered, Behind, Said, Streams } from './background-work.ts'
import type { BackgroundOff } from './background.ts'
import { pictureLimit } from './slowness.ts'

const FIRST_WITHIN: Millis = 10_000
// Whoever tries one after the other takes each away in between.
const STAYS: Millis = 30_000

/** What one camera hears of the worker: see `Answered`. */
type Hears = { off(why: BackgroundOff): void; picture(made: VideoFrame | null): void }

/** The part of the worker that one camera has. */
export type Hand = {
  /** Resolves when the first picture is made, or with false when none will be. */
  start(behind: Behind, streams: Streams | null): Promise<boolean>
  give(picture: VideoFrame): void
  /** A second time it does nothing. */
  end(): void
}

let worker: Worker | null = null
let last = 0
let going: ReturnType<typeof setTimeout> | undefined
const hearing = new Map<number, Hears & { begun(has: boolean): void }>()

/**
 * A camera's part of the one worker that puts backgrounds behind people, off the page's own thread: two backgrounds that follow
 * each other share it, and a while after the last has gone it goes too.
 */
export function hire(hears: Hears): Hand {
  clearTimeout(going)
  const of = ++last
  const working = (worker ??= begin())
  const say = (said: Said, transfer: Transferable[] = []) => working.postMessage(said, transfer)
  const ear = { ...hears, begun: (_has: boolean) => {} }
  hearing.set(of, ear)
  return {
    async start(behind, streams) {
      const start = { files: FILES, behind, limit: pictureLimit(), streams }
      const given = 'picture' in behind ? [behind.picture] : []
      say({ of, start }, streams ? [...given, streams.readable, streams.writable] : given)
      return await new Promise((begun) => {
        ear.begun = begun
        setTimeout(() => begun(false), FIRST_WITHIN)
      })
    },
    give: (picture) => say({ of, picture }, [picture]),
    end() {
      if (!hearing.delete(of)) return
      say({ of, end: true })
      if (hearing.size > 0) return
      going = setTimeout(() => {
        working.terminate()
        if (worker === working) worker = null
      }, STAYS)
    },
  }
}

// A worker's own address is another than the page's.
const FILES = { js: here(js), wasm: here(wasm), tflite: here(tflite) }

function here(address: string): string {
  return new URL(address, location.href).href
}

function begin(): Worker {
  const begun = new Worker(new URL('./background-worker.ts', import.meta.url), { name: 'background' })
  begun.addEventListener('message', ({ data }: MessageEvent<Answered>) => {
    const hears = hearing.get(data.of)
    if ('begun' in data) hears?.begun(data.begun)
    else if ('off' in data) hears?.off(data.off)
    else if (hears) hears.picture(data.picture)
    else data.picture?.close()
  })
  // Its code could not be had, or it broke: nobody's picture goes on.
  begun.addEventListener('error', () => {
    if (worker === begun) worker = null
    for (const hears of hearing.values()) {
      hears.begun(false)
      hears.off('failed')
    }
  })
  return begun
}
