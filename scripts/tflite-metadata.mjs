/**
 * A TFLite model tells by its metadata how a picture is to be put in. The published segmentation model has none, and the
 * segmenter refuses it; this puts them in front. Model and metadata are FlatBuffers, in which every reference points forward:
 * a new root goes before the untouched old bytes and points on into them.
 * Schemas: tensorflow/lite/schema/schema.fbs and tensorflow/lite/support/metadata/metadata_schema.fbs.
 */

/**
 * What stands in a FlatBuffer: a number in its place, or a reference to something that follows. `at` is a place further on.
 * @typedef {{ byte: number } | { int: number } | { at: number } | { text: string } | { floats: number[] } |
 *   { bytes: Uint8Array } | { list: Node[] } | { table: (Node | null)[] }} Node
 */

/** Models are read in place: their parts lie at multiples of this, in bytes. */
const ALIGNMENT = 64

/** @param {Uint8Array} model without metadata */
export function withMetadata(model) {
  const old = rootOf(model)
  /** @param {number} base where the old bytes will begin */
  const root = (base) => {
    /** @param {number} field */
    const same = (field) => (old.has(field) ? { at: base + old.reference(field) } : null)
    const buffers = old.list(4).map((place) => ({ at: base + place }))
    return {
      table: [
        { int: old.int(0) },
        same(1),
        same(2),
        same(3),
        { list: [...buffers, { table: [{ bytes: file({ table: metadata }, 'M001') }] }] },
        null,
        { list: [{ table: [{ text: 'TFLITE_METADATA' }, { int: buffers.length }] }] },
      ],
    }
  }
  const head = file(root(0), 'TFL3').length
  const base = Math.ceil(head / ALIGNMENT) * ALIGNMENT
  const whole = new Uint8Array(base + model.length)
  whole.set(file(root(base), 'TFL3'))
  whole.set(model, base)
  return whole
}

const RGB = { byte: 1 }
const IMAGE_PROPERTIES = { byte: 2 }
const NORMALIZATION_OPTIONS = { byte: 1 }

// From 0 to 255, as pixels are, to 0 to 1, as the model was trained.
const normalization = { table: [{ floats: [0] }, { floats: [255] }] }

/** @type {Node} */
const input = {
  table: [
    { text: 'image' },
    null,
    null,
    { table: [IMAGE_PROPERTIES, { table: [RGB] }] },
    { list: [{ table: [NORMALIZATION_OPTIONS, normalization] }] },
  ],
}

/** @type {(Node | null)[]} */
const metadata = [
  null,
  null,
  null,
  { list: [{ table: [null, null, { list: [input] }, { list: [{ table: [{ text: 'segmentation_masks' }] }] }] }] },
  null,
  null,
  null,
  { text: '1.0.0' },
]

/** The root table of a model, as far as it is needed here. @param {Uint8Array} bytes */
function rootOf(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const table = view.getUint32(0, true)
  const fields = table - view.getInt32(table, true)
  /** @param {number} field */
  const offset = (field) => {
    const entry = 4 + 2 * field
    return entry < view.getUint16(fields, true) ? view.getUint16(fields + entry, true) : 0
  }
  /** @param {number} place */
  const follow = (place) => place + view.getUint32(place, true)
  return {
    /** @param {number} field */
    has: (field) => offset(field) !== 0,
    /** @param {number} field */
    int: (field) => view.getUint32(table + offset(field), true),
    /** @param {number} field */
    reference: (field) => follow(table + offset(field)),
    /** @param {number} field */
    list(field) {
      const start = follow(table + offset(field))
      return Array.from({ length: view.getUint32(start, true) }, (_, n) => follow(start + 4 + 4 * n))
    },
  }
}

/** A FlatBuffer with a root and an identifier of four letters. @param {Node} root @param {string} identifier */
function file(root, identifier) {
  /** @type {number[]} */
  const out = []
  /** @param {number} to */
  const align = (to) => {
    while (out.length % to !== 0) out.push(0)
  }
  /** @param {number} value @param {number} place */
  const setInt = (value, place) => {
    for (let n = 0; n < 4; n++) out[place + n] = (value >> (8 * n)) & 0xff
  }
  /** @param {number} value */
  const putInt = (value) => setInt(value, out.push(0, 0, 0, 0) - 4)
  /** @param {number} value */
  const putShort = (value) => out.push(value & 0xff, value >> 8)

  /** Writes the slots of numbers and references, and then what these refer to. @param {Node[]} nodes */
  const fill = (nodes) => {
    const places = nodes.map((node) => {
      const place = out.length
      if ('byte' in node) out.push(node.byte, 0, 0, 0)
      else putInt('int' in node ? node.int : 0)
      return place
    })
    for (const [n, node] of nodes.entries()) {
      const place = places[n] ?? 0
      if (!('byte' in node || 'int' in node)) setInt(('at' in node ? node.at : put(node)) - place, place)
    }
  }

  /** Writes what is referred to, and gives its place. @param {Node} node @returns {number} */
  const put = (node) => {
    if ('table' in node) return putTable(node.table)
    const content = 'list' in node ? [] : contentOf(node)
    // The content, not its length, is what is read in place.
    align(4)
    while ((out.length + 4) % ('bytes' in node ? 16 : 4) !== 0) out.push(0)
    const start = out.length
    if ('list' in node) {
      putInt(node.list.length)
      fill(node.list)
      return start
    }
    putInt('floats' in node ? node.floats.length : content.length)
    for (const byte of content) out.push(byte)
    if ('text' in node) out.push(0)
    return start
  }

  /** @param {(Node | null)[]} fields */
  const putTable = (fields) => {
    align(4)
    const start = out.length
    putShort(4 + 2 * fields.length)
    const there = fields.filter((field) => field !== null)
    putShort(4 + 4 * there.length)
    let next = 4
    for (const field of fields) {
      putShort(field ? next : 0)
      if (field) next += 4
    }
    align(4)
    const table = out.length
    putInt(table - start)
    fill(there)
    return table
  }

  putInt(0)
  for (const letter of identifier) out.push(letter.charCodeAt(0))
  setInt(put(root), 0)
  return Uint8Array.from(out)
}

/** @param {Node} node */
function contentOf(node) {
  if ('text' in node) return new TextEncoder().encode(node.text)
  if ('floats' in node) return new Uint8Array(Float32Array.from(node.floats).buffer)
  return 'bytes' in node ? node.bytes : new Uint8Array()
}
