/** The addresses of what finds the person in a picture; scripts/segmentation.mjs gives them. */
declare module 'virtual:segmentation' {
  export const js: string
  export const wasm: string
  export const tflite: string
}
