import { PICTURE_TYPES } from '../../../protocol/rooms.ts'

// No picture is kept with more pixels on a side; a file that is this small is sent as it is.
const SIDE = 1_600
const SMALL = 1_000_000

/**
 * A file of a picture, smaller where it is large, so that a photograph of a telephone is sent in a second and one of a kind that only this
 * browser reads can be sent at all. What the browser cannot draw stays as it is, for the server to say so.
 */
export async function shrunk(file: Blob): Promise<Blob> {
  if (file.size <= SMALL && PICTURE_TYPES.some((type) => type === file.type)) return file
  const bitmap = await createImageBitmap(file).catch(() => null)
  if (!bitmap) return file
  const scale = Math.min(1, SIDE / Math.max(bitmap.width, bitmap.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(bitmap.width * scale))
  canvas.height = Math.max(1, Math.round(bitmap.height * scale))
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
  bitmap.close()
  const drawn = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/webp', 0.9))
  return drawn ?? file
}
