import { ImageSegmenter } from '@mediapipe/tasks-vision'
import { js, tflite, wasm } from 'virtual:segmentation'

/** The size in px at which the model looks at a picture. */
export const MASK = { width: 256, height: 144 }

/** Finds a person in a picture: for each of its pixels, 0 to 1, how surely it is one. */
export type Segmenter = { find(picture: OffscreenCanvas): Float32Array; release: () => void }

let loaded: Promise<ImageSegmenter> | null = null
let users = 0

/**
 * The one segmenter of the page: two backgrounds that follow each other share it, and the last to go takes it along. It
 * counts on the processor: there a picture takes a few ms on any machine, while software graphics take a hundred.
 */
export async function useSegmenter(): Promise<Segmenter> {
  users += 1
  loaded ??= ImageSegmenter.createFromOptions(
    { wasmLoaderPath: js, wasmBinaryPath: wasm },
    {
      baseOptions: { modelAssetPath: tflite, delegate: 'CPU' },
      canvas: new OffscreenCanvas(MASK.width, MASK.height),
      runningMode: 'VIDEO',
      outputCategoryMask: false,
      outputConfidenceMasks: true,
    },
  )
  const mine = loaded
  let isReleased = false
  const release = () => {
    if (isReleased) return
    isReleased = true
    users -= 1
    if (users > 0 || loaded !== mine) return
    loaded = null
    mine.then((segmenter) => segmenter.close()).catch(() => {})
  }
  const segmenter = await mine.catch((fault: unknown) => {
    // Asked for again, it is loaded again.
    if (loaded === mine) loaded = null
    release()
    throw fault
  })
  return { release, find: (picture) => find(segmenter, picture) }
}

function find(segmenter: ImageSegmenter, picture: OffscreenCanvas): Float32Array {
  let found: Float32Array | undefined
  segmenter.segmentForVideo(picture, performance.now(), ({ confidenceMasks }) => {
    found = confidenceMasks?.[0]?.getAsFloat32Array()
  })
  if (!found) throw new Error('no mask')
  return found
}
