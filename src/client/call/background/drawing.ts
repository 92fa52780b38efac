/** A picture cut to a size, from its middle. */
export function covering(image: HTMLImageElement | ImageBitmap, width: number, height: number): OffscreenCanvas {
  const [imageWidth, imageHeight] =
    'naturalWidth' in image ? [image.naturalWidth, image.naturalHeight] : [image.width, image.height]
  const scale = Math.max(width / imageWidth, height / imageHeight)
  const [wide, high] = [imageWidth * scale, imageHeight * scale]
  const canvas = new OffscreenCanvas(width, height)
  const context = contextOf(canvas)
  context.imageSmoothingQuality = 'high'
  context.drawImage(image, (width - wide) / 2, (height - high) / 2, wide, high)
  return canvas
}

/** Sets the size of a canvas if it differs: setting it also clears the canvas. */
export function fit(canvas: OffscreenCanvas, width: number, height: number): void {
  if (canvas.width !== width) canvas.width = width
  if (canvas.height !== height) canvas.height = height
}

/** The drawing context of a canvas. */
export function contextOf(canvas: OffscreenCanvas, isRead = false): OffscreenCanvasRenderingContext2D {
  const context = canvas.getContext('2d', { willReadFrequently: isRead })
  if (!context) throw new Error('no drawing here')
  return context
}
