import { isoCBOR } from '@simplewebauthn/server/helpers'
import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto'
import type { PasskeyQuestion, PasskeyWish } from '../../src/protocol/accounts.ts'

// Flags of WebAuthn's authenticator data (6.1).
const PRESENT = 0x01
const VERIFIED = 0x04
const WITH_KEY = 0x40

/** A device with one passkey, without a browser. What a test says it lies about, it lies about. */
export class SoftwareAuthenticator {
  readonly id = randomBytes(16).toString('base64url')
  /** Where the browser stands. */
  origin: string
  /** Whether the device makes sure of the person. */
  verifies = true
  counter = 0
  readonly #privateKey: KeyObject
  readonly #publicKey: KeyObject

  constructor(origin: string) {
    this.origin = origin
    const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    this.#privateKey = pair.privateKey
    this.#publicKey = pair.publicKey
  }

  /** Makes its passkey, as a browser tells of it. */
  makes({ challenge, rp }: PasskeyWish) {
    const id = Buffer.from(this.id, 'base64url')
    const length = Buffer.alloc(2)
    length.writeUInt16BE(id.length)
    const authData = Buffer.concat([this.#data(rp.id, WITH_KEY), Buffer.alloc(16), length, id, this.#coseKey()])
    const attestation = new Map<string, string | Uint8Array | Map<string, never>>([
      ['fmt', 'none'],
      ['attStmt', new Map<string, never>()],
      ['authData', Uint8Array.from(authData)],
    ])
    return {
      ...this.#key(),
      response: {
        clientDataJSON: this.#client('webauthn.create', challenge).toString('base64url'),
        attestationObject: Buffer.from(isoCBOR.encode(attestation)).toString('base64url'),
      },
    }
  }

  /** Signs in by its passkey. */
  uses({ challenge, rpId }: PasskeyQuestion) {
    this.counter += 1
    const authenticatorData = this.#data(rpId, 0)
    const client = this.#client('webauthn.get', challenge)
    const signed = Buffer.concat([authenticatorData, createHash('sha256').update(client).digest()])
    return {
      ...this.#key(),
      response: {
        clientDataJSON: client.toString('base64url'),
        authenticatorData: authenticatorData.toString('base64url'),
        signature: sign('sha256', signed, this.#privateKey).toString('base64url'),
      },
    }
  }

  #key() {
    return { id: this.id, rawId: this.id, type: 'public-key' as const }
  }

  #client(type: string, challenge: string): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge, origin: this.origin, crossOrigin: false }))
  }

  #data(site: string, more: number): Buffer {
    const counter = Buffer.alloc(4)
    counter.writeUInt32BE(this.counter)
    const flags = PRESENT + (this.verifies ? VERIFIED : 0) + more
    return Buffer.concat([createHash('sha256').update(site).digest(), Buffer.from([flags]), counter])
  }

  /** An ES256 key in COSE (RFC 9053, 7.1). */
  #coseKey(): Uint8Array {
    const { x = '', y = '' } = this.#publicKey.export({ format: 'jwk' })
    const part = (text: string) => Uint8Array.from(Buffer.from(text, 'base64url'))
    const key = new Map<number, number | Uint8Array>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, part(x)],
      [-3, part(y)],
    ])
    return isoCBOR.encode(key)
  }
}
