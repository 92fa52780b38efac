import { spawn, execFile } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { once } from 'node:events'
import { promisify } from 'node:util'
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3'
import { userCache } from '../../scripts/cache.mjs'
import { hashOf } from '../../scripts/stamp.mjs'

const MODULE = join(import.meta.dirname, 's3-server')
const MAIN = 'github.com/versity/versitygw/cmd/versitygw'
/** The key and the secret of whom the server lets in. */
export const S3_KEY = { key: 'rostrum-test', secret: 'secret-of-the-test' }

/** An S3 server of this machine. */
export type S3Server = {
  endpoint: string
  /** Makes a bucket of a new name. */
  bucket(): Promise<string>
  stop(): Promise<void>
}

/** Starts Versity's S3 gateway over a folder of its own. It is built by Go from what go.mod pins, once for this user. */
export async function startS3(): Promise<S3Server> {
  const program = await built()
  const folder = mkdtempSync(join(tmpdir(), 'rostrum-s3-'))
  const port = await freePort()
  const endpoint = `http://127.0.0.1:${port}`
  const server = spawn(program, ['--quiet', '--health', '/health', '--port', `127.0.0.1:${port}`, 'posix', folder], {
    env: { ...process.env, ROOT_ACCESS_KEY: S3_KEY.key, ROOT_SECRET_KEY: S3_KEY.secret },
    stdio: 'ignore',
  })
  const ended = once(server, 'exit')
  while (!(await fetch(`${endpoint}/health`).catch(() => null))?.ok)
    if (server.exitCode !== null) throw new Error('The S3 server ended at once.')
  const client = new S3Client({
    endpoint,
    region: 'us-east-1',
    forcePathStyle: true,
    credentials: { accessKeyId: S3_KEY.key, secretAccessKey: S3_KEY.secret },
  })
  let buckets = 0
  return {
    endpoint,
    async bucket() {
      buckets += 1
      const Bucket = `bucket-${buckets}`
      await client.send(new CreateBucketCommand({ Bucket }))
      return Bucket
    },
    async stop() {
      client.destroy()
      server.kill()
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** The program, in the user's folder for what can be had again. */
async function built(): Promise<string> {
  const pins = hashOf(MODULE, ['go.mod', 'go.sum']).slice(0, 16)
  const folder = join(userCache(), 'rostrum', `s3-server-${pins}-${process.platform}-${process.arch}`)
  const program = join(folder, process.platform === 'win32' ? 'versitygw.exe' : 'versitygw')
  if (existsSync(program)) return program
  mkdirSync(folder, { recursive: true })
  const fresh = `${program}.${process.pid}.partial`
  const env = { ...process.env, CGO_ENABLED: '0', GOFLAGS: '-mod=readonly', GOWORK: 'off' }
  const asked = ['build', '-trimpath', '-buildvcs=false', '-ldflags', '-s -w', '-o', fresh, MAIN]
  await promisify(execFile)('go', asked, { cwd: MODULE, env }).catch((fault: unknown) => {
    throw new Error('The S3 server of the tests could not be built; that takes Go 1.26.', { cause: fault })
  })
  renameSync(fresh, program)
  return program
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  return typeof address === 'object' && address ? address.port : 0
}
