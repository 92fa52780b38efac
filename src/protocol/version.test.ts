import { toJsonSchema } from '@valibot/to-json-schema'
import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { Downward, Upward } from './frames.ts'
import { VERSION } from './version.ts'

/** The fingerprint of the wire for each version, newest last. */
const FINGERPRINTS = [
  'a190a01c3c44315d',
  'c526afa8477fcd92',
  '13a0bc55ba16c786',
  '4f978a0b114cf469',
  '7b6f068a1be5cca0',
  '11dd6d4663a35f2c',
]

test('the wire is the one that its version says', () => {
  const schemas = [Upward, Downward].map((schema) => toJsonSchema(schema, { typeMode: 'input' }))
  const fingerprint = createHash('sha256').update(JSON.stringify(schemas)).digest('hex').slice(0, 16)
  const advice =
    'The wire has changed. What is only added keeps the version: put this fingerprint in the place of the last. What a page of before would ' +
    'not understand raises VERSION in version.ts, with a line on what is new, and adds this fingerprint.'
  expect(fingerprint, advice).toBe(FINGERPRINTS[VERSION - 1])
})
