/** The beginnings of files, as much as tells what they are; those that have to be whole are as small as they can be. */
export const latin = (text: string): Buffer => Buffer.from(text, 'latin1')

/** A package (ZIP, 4.3) of empty parts, stored as they are; the first may have something in it. */
export function zip(names: readonly string[], first = ''): Buffer {
  const parts = names.map((name, n) => {
    const content = n === 0 ? first : ''
    const sizes = Buffer.alloc(8)
    sizes.writeUInt32LE(content.length, 0)
    sizes.writeUInt32LE(content.length, 4)
    const length = Buffer.from([name.length, 0, 0, 0])
    const common = Buffer.concat([latin('\x14\0\0\0\0\0\0\0\0\0\0\0\0\0'), sizes, length])
    return { local: Buffer.concat([latin('PK\x03\x04'), common, latin(name + content)]), common, name }
  })
  const list = parts.map(({ common, name }) =>
    Buffer.concat([latin('PK\x01\x02\x14\0'), common, Buffer.alloc(14), latin(name)]),
  )
  return Buffer.concat([...parts.map(({ local }) => local), ...list, latin('PK\x05\x06'), Buffer.alloc(18)])
}

export const PDF = latin('%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n')
export const PPTX = zip(['[Content_Types].xml', 'ppt/presentation.xml'])
export const SVG = latin('<?xml version="1.0"?>\n<!-- a ship -->\n<svg xmlns="http://www.w3.org/2000/svg"/>')

/** A film of so many bytes that begins as one. */
export function film(bytes: number): Buffer {
  const whole = Buffer.alloc(bytes, 'film')
  latin('\0\0\0\x18ftypisom\0\0\x02\0isomiso2').copy(whole)
  return whole
}
