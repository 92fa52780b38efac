import { ImageSegmenter } from '@mediapipe/tasks-vision'
import type { SegmenterFiles } from './background-work.ts'

/** The size in px at which the model looks at a picture. */
export const MASK = { width: 256, height: 144 }

/** Finds a person in a picture: for each of its pixels, 0 to 1, how surely it is one. */
export type Segmenter = (picture: OffscreenCanvas) => Float32Array

let loaded: Promise<Segmenter> | null = null

/**
 * The one segmenter: two backgrounds that follow each other share it. It counts on the processor: there a picture takes a few ms on
 * any machine, while software graphics take a hundred.
 */
export async function segmenterOf({ js, wasm, tflite }: SegmenterFiles): Promise<Segmenter> {
  loaded ??= ImageSegmenter.createFromOptions(
    { wasmLoaderPath: js, wasmBinaryPath: wasm },
    {
      baseOptions: { modelAssetPath: tflite, delegate: 'CPU' },
      canvas: new OffscreenCanvas(MASK.width, MASK.height),
      runningMode: 'VIDEO',
      outputCategoryMask: false,
      outputConfidenceMasks: true,
    },
  ).then((segmenter) => (picture) => find(segmenter, picture))
  const mine = loaded
  // Asked for again, it is loaded again.
  mine.catch(() => {
    if (loaded === mine) loaded = null
  })
  return await mine
}

function find(segmenter: ImageSegmenter, picture: OffscreenCanvas): Float32Array {
  let found: Float32Array | undefined
  segmenter.segmentForVideo(picture, performance.now(), ({ confidenceMasks }) => {
    found = confidenceMasks?.[0]?.getAsFloat32Array()
  })
  if (!found) throw new Error('no mask')
  return found
}
