import { constants, crc32, deflateRawSync, deflateSync } from 'node:zlib'
import { rawPdf } from './conversion.ts'
import { presentationParts } from './presentation.ts'

const MB = 1_000_000
// What ends so goes on with anything (RFC 1951).
const FLUSH = { finishFlush: constants.Z_FULL_FLUSH, level: 9 }

/** A PDF that nobody opens without its password. */
export function lockedPdf(): Buffer {
  const secret = `<${'00'.repeat(32)}>`
  return rawPdf({
    trailer: `/ID [<00><00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O ${secret} /U ${secret} >>`,
  })
}

/** What Office makes of a presentation with a password, as far as it is looked at. */
export function lockedPptx(): Buffer {
  const names = ['Root Entry', 'EncryptionInfo', 'EncryptedPackage'].map((name) => Buffer.from(name, 'utf16le'))
  return Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(504), ...names, Buffer.alloc(512)])
}

/** A PDF whose one page unpacks to so many megabytes of blanks, packed twice. */
export function bombPdf(megabytes: number): Buffer {
  const inner = Buffer.concat([
    Buffer.from('789c', 'hex'),
    repeated(Buffer.alloc(MB, ' '), megabytes),
    deflateRawSync(''),
  ])
  const packed = deflateSync(inner, { level: 9 })
  const head = `<< /Length ${packed.length} /Filter [/FlateDecode /FlateDecode] >>\nstream\n`
  const stream = Buffer.concat([Buffer.from(head), packed, Buffer.from('\nendstream')])
  return rawPdf({ page: '/Contents 4 0 R', objects: [stream] })
}

/** A picture of as many dots on each side, all of them white, that is a few kB. */
export function bombPng(side: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const named = Buffer.concat([Buffer.from(type), data])
    return Buffer.concat([uint32(data.length, 'BE'), named, uint32(crc32(named), 'BE')])
  }
  const rows = deflateSync(Buffer.alloc((Math.ceil(side / 8) + 1) * side), { level: 9 })
  const head = Buffer.concat([uint32(side, 'BE'), uint32(side, 'BE'), Buffer.from([1, 0, 0, 0, 0])])
  const parts = [chunk('IHDR', head), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))]
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), ...parts])
}

/** A drawing that is a thousand million dots once each is drawn where it is used. */
export function bombSvg(): string {
  const levels = Array.from({ length: 9 }, (_, n) => `<g id="l${n + 1}">${`<use href="#l${n}"/>`.repeat(10)}</g>`)
  return `<svg xmlns="http://www.w3.org/2000/svg" width="80" height="40"><defs><rect id="l0" width="1" height="1"/>${levels.join('')}</defs><use href="#l9"/></svg>`
}

/** A presentation whose one slide unpacks to so many megabytes; `said`: to how many bytes, by its own word. */
export function bombPptx(megabytes: number, said?: number): Buffer {
  const SLIDE = 'ppt/slides/slide1.xml'
  const parts = presentationParts([{ text: '', colour: 'FFFFFF' }])
  const xml = Buffer.from(parts[SLIDE] ?? [])
  const at = xml.indexOf('<a:t>') + 5
  const [head, tail, filling] = [xml.subarray(0, at), xml.subarray(at), Buffer.alloc(MB, 'A')]
  const sum = Array.from({ length: megabytes }).reduce<number>((crc) => crc32(filling, crc), crc32(head))
  const bomb = {
    data: Buffer.concat([deflateRawSync(head, FLUSH), repeated(filling, megabytes), deflateRawSync(tail)]),
    size: said ?? xml.length + megabytes * MB,
    crc: crc32(tail, sum),
  }
  return zipOf(
    Object.entries(parts).map(([name, content]) =>
      name === SLIDE
        ? { name, ...bomb }
        : { name, data: deflateRawSync(content), size: content.length, crc: crc32(content) },
    ),
  )
}

/** The same many times, packed once. */
function repeated(filling: Buffer, times: number): Buffer {
  return Buffer.concat(Array<Buffer>(times).fill(deflateRawSync(filling, FLUSH)))
}

type Packed = { name: string; data: Buffer; size: number; crc: number }

/** A package (ZIP, 4.3) of what is packed already. */
function zipOf(parts: readonly Packed[]): Buffer {
  const locals: Buffer[] = []
  let offset = 0
  const list = parts.map(({ name, data, size, crc }) => {
    const about = Buffer.concat([
      Buffer.from([20, 0, 0, 0, 8, 0, 0, 0, 0, 0]),
      uint32(crc),
      uint32(data.length),
      uint32(size),
      Buffer.from([name.length, 0, 0, 0]),
    ])
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), about, Buffer.from(name), data])
    const entry = [Buffer.from('PK\u0001\u0002\u0014\0'), about, Buffer.alloc(10), uint32(offset), Buffer.from(name)]
    locals.push(local)
    offset += local.length
    return Buffer.concat(entry)
  })
  const end = Buffer.alloc(10)
  end.writeUInt16LE(parts.length, 4)
  end.writeUInt16LE(parts.length, 6)
  const all = Buffer.concat(list)
  const tail = [Buffer.from('PK\u0005\u0006'), end.subarray(0, 8), uint32(all.length), uint32(offset), Buffer.alloc(2)]
  return Buffer.concat([...locals, all, ...tail])
}

function uint32(value: number, order: 'BE' | 'LE' = 'LE'): Buffer {
  const bytes = Buffer.alloc(4)
  bytes[`writeUInt32${order}`](value)
  return bytes
}
