import { ImageSegmenter } from '@mediapipe/tasks-vision'
import type { SegmenterFiles } from './background-work.ts'

/** The size in px of the model's input. */
export const MASK = { width: 256, height: 144 }

/** Finds the person in a picture: for each of its pixels the certainty, 0 to 1. */
export type Segmenter = (picture: OffscreenCanvas) => Float32Array

let loaded: Promise<Segmenter> | null = null

/**
 * Loads the segmenter, which all backgrounds share. It runs on the CPU: a picture takes a few ms on any machine, while software graphics
 * take a hundred.
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
  // After a failure the next call tries again.
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
