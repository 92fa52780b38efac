import { createHash, createHmac, randomBytes } from 'node:crypto'
import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as v from 'valibot'

const Secrets = v.strictObject({ serverKey: v.string(), livekitKey: v.string(), livekitSecret: v.string() })

/** What only this installation knows: the key of its links, and key and secret of its own LiveKit. */
export type Secrets = v.InferOutput<typeof Secrets>

/** Reads the installation's secrets from its data folder; makes them the first time, readable by their owner alone. */
export async function readSecrets(dataFolder: string): Promise<Secrets> {
  const file = join(dataFolder, 'secrets.json')
  const text = await readFile(file, 'utf8').catch((fault: unknown) => {
    if (fault instanceof Error && 'code' in fault && fault.code === 'ENOENT') return null
    throw fault
  })
  return text === null ? await makeSecrets(file) : parse(text, file)
}

async function makeSecrets(file: string): Promise<Secrets> {
  const made = { serverKey: longKey(), livekitKey: newId(), livekitSecret: longKey() }
  // Under another name first: a start that is broken off leaves no half of it.
  const fresh = `${file}.${process.pid}`
  await writeFile(fresh, JSON.stringify(made), { mode: 0o600, flush: true })
  await rename(fresh, file)
  return made
}

function parse(text: string, file: string): Secrets {
  try {
    return v.parse(Secrets, JSON.parse(text))
  } catch (fault) {
    throw new Error(`${file} cannot be read. Put it back from a backup; without it, all invite links are void.`, {
      cause: fault,
    })
  }
}

const longKey = () => randomBytes(32).toString('base64url')

/** 128 random bits, in base64url: 22 characters. */
export function newId(): string {
  return randomBytes(16).toString('base64url')
}

/** What is kept of a secret that somebody else holds: its SHA-256, in hex. */
export function keyOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}

/**
 * The token in the address of an invite link: 128 bits that follow from the installation's key, so that the session page
 * can show a link again although only its hash is kept.
 */
export function linkToken(serverKey: string, linkId: string): string {
  return createHmac('sha256', serverKey).update(`link ${linkId}`).digest().subarray(0, 16).toString('base64url')
}
