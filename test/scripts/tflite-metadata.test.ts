import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { withMetadata } from '../../scripts/tflite-metadata.mjs'

const model = readFileSync('node_modules/@mediapipe/selfie_segmentation/selfie_segmentation_landscape.tflite')

/** A table of a FlatBuffer, read field by field. */
function tableAt(bytes: Buffer, place: number) {
  const fields = place - bytes.readInt32LE(place)
  const slot = (field: number) => {
    const entry = 4 + 2 * field
    return entry < bytes.readUInt16LE(fields) ? bytes.readUInt16LE(fields + entry) : 0
  }
  const follow = (at: number) => at + bytes.readUInt32LE(at)
  const start = (field: number) => follow(place + slot(field))
  return {
    has: (field: number) => slot(field) > 0,
    int: (field: number) => bytes.readUInt32LE(place + slot(field)),
    text: (field: number) =>
      bytes.toString('utf8', start(field) + 4, start(field) + 4 + bytes.readUInt32LE(start(field))),
    content: (field: number) => [start(field) + 4, bytes.readUInt32LE(start(field))] as const,
    table: (field: number) => tableAt(bytes, start(field)),
    list: (field: number) =>
      Array.from({ length: bytes.readUInt32LE(start(field)) }, (_, n) =>
        tableAt(bytes, follow(start(field) + 4 + 4 * n)),
      ),
  }
}
const rootOf = (bytes: Buffer) => tableAt(bytes, bytes.readUInt32LE(0))

const whole = Buffer.from(withMetadata(model))

test('the old model stands untouched behind the new root, at a place where it can be read', () => {
  const base = whole.length - model.length
  expect(base % 64).toBe(0)
  expect(whole.subarray(base).equals(model)).toBe(true)
  expect(whole.toString('latin1', 4, 8)).toBe('TFL3')
})

test('what the model was, it is still: version, operators, graphs and their tensors', () => {
  const [old, now] = [rootOf(model), rootOf(whole)]
  expect(now.int(0)).toBe(old.int(0))
  expect(now.list(1)).toHaveLength(old.list(1).length)
  expect(
    now
      .list(2)[0]
      ?.list(0)
      .map((tensor) => tensor.text(3)),
  ).toEqual(
    old
      .list(2)[0]
      ?.list(0)
      .map((tensor) => tensor.text(3)),
  )
})

test('one buffer more holds the metadata: pixels from 0 to 255 become 0 to 1', () => {
  const now = rootOf(whole)
  const entry = now.list(6)[0]
  expect(entry?.text(0)).toBe('TFLITE_METADATA')
  const buffers = now.list(4)
  expect(buffers).toHaveLength(rootOf(model).list(4).length + 1)
  expect(entry?.int(1)).toBe(buffers.length - 1)
  const [start, length] = buffers.at(-1)?.content(0) ?? [0, 0]
  expect(start % 16).toBe(0)
  const metadata = whole.subarray(start, start + length)
  expect(metadata.toString('latin1', 4, 8)).toBe('M001')
  const input = rootOf(metadata).list(3)[0]?.list(2)[0]
  expect(input?.text(0)).toBe('image')
  const unit = input?.list(4)[0]?.table(1)
  const [std] = unit?.content(1) ?? [0]
  expect(metadata.readFloatLE(std)).toBe(255)
  expect(rootOf(metadata).text(7)).toBe('1.0.0')
})
