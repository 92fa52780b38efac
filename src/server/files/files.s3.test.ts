import { buffer } from 'node:stream/consumers'
import { CreateMultipartUploadCommand, ListMultipartUploadsCommand, S3Client } from '@aws-sdk/client-s3'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { filesContract } from '../../../test/files/files.contract.ts'
import { S3_KEY, startS3, type S3Server } from '../../../test/files/s3-server.ts'
import { readConfig } from '../config.ts'
import { openFiles } from './open-files.ts'

// On a machine that has never built the server, Go takes a minute or two.
const BUILT_WITHIN = 240_000
let server: S3Server
beforeAll(async () => {
  server = await startS3()
}, BUILT_WITHIN)
afterAll(async () => await server.stop())

async function open(bucket: string, { endpoint = server.endpoint, key = S3_KEY.key, secret = S3_KEY.secret } = {}) {
  const place = `s3://${bucket}?endpoint=${encodeURIComponent(endpoint)}&region=us-east-1`
  return await openFiles(
    readConfig({ ROSTRUM_FILES: place, ROSTRUM_S3_KEY: key, ROSTRUM_S3_SECRET: secret, ROSTRUM_DATA: '/nowhere' }),
  )
}

describe('a bucket', () => {
  filesContract(async () => await open(await server.bucket()))
})

test('[FILES-1] one of many parts comes and goes as a stream, and what was put is there after a restart', async () => {
  const bucket = await server.bucket()
  const files = await open(bucket)
  async function* large() {
    for (let n = 0; n < 24; n += 1) yield Buffer.alloc(1_000_000, n)
  }
  expect(await files.put('large', large())).toBe('stored')
  const again = await (await open(bucket)).get('large', { start: 23_999_998, end: 24_000_000 })
  expect([again?.size, again && (await buffer(again.content))]).toEqual([24_000_000, Buffer.from([23, 23])])
})

test('[FILES-2] what a stop broke off in a bucket is gone after the next start', async () => {
  const bucket = await server.bucket()
  const client = new S3Client({
    endpoint: server.endpoint,
    region: 'us-east-1',
    forcePathStyle: true,
    credentials: { accessKeyId: S3_KEY.key, secretAccessKey: S3_KEY.secret },
  })
  await client.send(new CreateMultipartUploadCommand({ Bucket: bucket, Key: 'torn' }))
  const unfinished = async () => (await client.send(new ListMultipartUploadsCommand({ Bucket: bucket }))).Uploads ?? []
  expect(await unfinished()).toHaveLength(1)
  expect(await (await open(bucket)).usage()).toEqual({ files: 0, bytes: 0 })
  expect(await unfinished()).toEqual([])
  client.destroy()
})

test('[FILES-4] a bucket that cannot be used is said so in one line at the start', async () => {
  const bucket = await server.bucket()
  await expect(open('nothing-here')).rejects.toThrow('ROSTRUM_FILES: there is no bucket "nothing-here" at http://127.0')
  for (const wrong of [{ secret: 'another' }, { key: 'another' }])
    await expect(open(bucket, wrong)).rejects.toThrow(
      `does not let this key into the bucket "${bucket}". Look at ROSTRUM_S3_KEY and ROSTRUM_S3_SECRET.`,
    )
  await expect(open(bucket, { endpoint: 'http://127.0.0.1:9' })).rejects.toThrow(
    'ROSTRUM_FILES: http://127.0.0.1:9/ cannot be reached, or is no S3 server',
  )
})
