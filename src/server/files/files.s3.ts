import { Readable } from 'node:stream'
import {
  AbortMultipartUploadCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListMultipartUploadsCommand,
  ListObjectsV2Command,
  paginateListObjectsV2,
  S3Client,
} from '@aws-sdk/client-s3'
import { Upload } from '@aws-sdk/lib-storage'
import { isFull } from './disk-full.ts'
import { fileKey } from './file-key.ts'
import type { FilesConfig } from './files-config.ts'
import type { ByteRange, Files } from './files.ts'

type S3Config = Extract<FilesConfig, { kind: 's3' }>
type Bucket = { client: S3Client; Bucket: string }

// By what names servers say that they take no more.
const FULL: ReadonlySet<string> = new Set(['QuotaExceeded', 'InsufficientStorage', 'XMinioStorageFull'])
const LIMITS = { connectionTimeout: 5_000, requestTimeout: 60_000 }

/** A bucket that cannot be used; the message is for who runs the server. */
class BucketFault extends Error {}

/**
 * Files in a bucket of an S3 server, which is there already. A large one is sent in parts, and is there once the last is; what is left of those
 * that a stop broke off goes at the next start. The bucket is one process's. Throws one line where it cannot be used.
 */
export async function openBucket({ bucket, endpoint, region, key, secret }: S3Config): Promise<Files> {
  const client = new S3Client({
    region,
    ...(endpoint !== null && { endpoint, forcePathStyle: true }),
    credentials: { accessKeyId: key, secretAccessKey: secret },
    requestHandler: LIMITS,
    // Servers other than Amazon's know the checksums of today only in part.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  })
  const there: Bucket = { client, Bucket: bucket }
  await check(there, endpoint)
  await dropUnfinished(there)

  return {
    async put(name, content) {
      const Key = fileKey(name)
      // Whoever is behind is not asked for more than is sent.
      const Body = Readable.from(content, { objectMode: false })
      try {
        await new Upload({ client, params: { Bucket: bucket, Key, Body } }).done()
        return 'stored'
      } catch (fault) {
        if (isFull(fault) || FULL.has(nameOf(fault))) return 'disk-full'
        throw fault
      } finally {
        Body.destroy()
      }
    },

    async get(name, range) {
      const Key = fileKey(name)
      try {
        const { ContentLength = 0 } = await client.send(new HeadObjectCommand({ Bucket: bucket, Key }))
        return { size: ContentLength, content: Readable.from(read(there, Key, range), { objectMode: false }) }
      } catch (fault) {
        if (isMissing(fault)) return null
        throw fault
      }
    },

    async delete(name) {
      const Key = fileKey(name)
      await client.send(new DeleteObjectCommand({ Bucket: bucket, Key })).catch((fault: unknown) => {
        if (!isMissing(fault)) throw fault
      })
    },

    async usage() {
      const usage = { files: 0, bytes: 0 }
      for await (const { Contents = [] } of paginateListObjectsV2({ client }, { Bucket: bucket })) {
        usage.files += Contents.length
        for (const { Size = 0 } of Contents) usage.bytes += Size
      }
      return usage
    },
  }
}

/** What is in a file; it is asked for when somebody begins to read, and let go of when they end, however that is. */
async function* read({ client, Bucket }: Bucket, Key: string, range?: ByteRange): AsyncGenerator<Uint8Array> {
  const Range = range && `bytes=${range.start}-${range.end}`
  const { Body } = await client.send(new GetObjectCommand({ Bucket, Key, Range }))
  if (!(Body instanceof Readable)) return
  try {
    yield* Body as AsyncIterable<Uint8Array>
  } finally {
    Body.destroy()
  }
}

async function check({ client, Bucket }: Bucket, endpoint: string | null): Promise<void> {
  try {
    await client.send(new ListObjectsV2Command({ Bucket, MaxKeys: 1 }))
  } catch (fault) {
    client.destroy()
    throw new BucketFault(`ROSTRUM_FILES: ${whyNot(fault, Bucket, endpoint ?? 'Amazon')}`, { cause: fault })
  }
}

function whyNot(fault: unknown, bucket: string, server: string): string {
  if (nameOf(fault) === 'NoSuchBucket') return `there is no bucket "${bucket}" at ${server}.`
  const status = statusOf(fault)
  // Some say of a key that they do not know that it is not there.
  if (status === 403 || status === 401 || status === 404)
    return `${server} does not let this key into the bucket "${bucket}". Look at ROSTRUM_S3_KEY and ROSTRUM_S3_SECRET.`
  if (status === 301) return `the bucket "${bucket}" is in another region.`
  return `${server} cannot be reached, or is no S3 server (${nameOf(fault)}).`
}

async function dropUnfinished({ client, Bucket }: Bucket): Promise<void> {
  for (;;) {
    const { Uploads = [], IsTruncated = false } = await client.send(new ListMultipartUploadsCommand({ Bucket }))
    for (const { Key, UploadId } of Uploads)
      await client.send(new AbortMultipartUploadCommand({ Bucket, Key, UploadId }))
    if (!IsTruncated || Uploads.length === 0) return
  }
}

const isMissing = (fault: unknown) => statusOf(fault) === 404
const nameOf = (fault: unknown) => (fault instanceof Error ? fault.name : '')

function statusOf(fault: unknown): number | null {
  const { $metadata } = fault instanceof Error && '$metadata' in fault ? fault : { $metadata: null }
  const isKnown = typeof $metadata === 'object' && $metadata !== null && 'httpStatusCode' in $metadata
  return isKnown ? Number($metadata.httpStatusCode) : null
}
