/** The addresses of the segmenter's files; scripts/segmentation.mjs provides them. */
declare module 'virtual:segmentation' {
  export const js: string
  export const wasm: string
  export const tflite: string
}
