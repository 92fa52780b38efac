/** Hands a file to the browser under a name. */
export function saved(blob: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  // The browser has begun to read it by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}

/** Hands a PDF to the browser: a page a picture, as large as that is. */
export async function savedAsPdf(pictures: readonly Blob[], name: string): Promise<void> {
  const { PDFDocument } = await import('pdf-lib')
  const document = await PDFDocument.create()
  for (const picture of pictures) {
    const image = await document.embedPng(await picture.arrayBuffer())
    document.addPage([image.width, image.height]).drawImage(image, { x: 0, y: 0 })
  }
  saved(new Blob([Uint8Array.from(await document.save())], { type: 'application/pdf' }), name)
}
