import * as v from 'valibot'
import { Document, Documents } from '../../src/protocol/portal/content.ts'
import type { Scene } from './app-server.ts'

type Who = { room: string; cookie: string }
type Part = { bytes: Uint8Array; from: number }
/** What a request of an upload was answered; `body` is null where it is no JSON. */
export type TusAnswer = { status: number; headers: Headers; body: unknown }

/** Sends files to a scene as a page does, by tus. */
export class Tus {
  readonly #scene: Pick<Scene, 'url'>

  constructor(scene: Pick<Scene, 'url'>) {
    this.#scene = scene
  }

  async ask(method: string, path: string, { cookie }: { cookie: string }, more: RequestInit = {}): Promise<TusAnswer> {
    const headers = { 'tus-resumable': '1.0.0', cookie, origin: this.#scene.url, ...(more.headers as object) }
    const answer = await fetch(new URL(path, this.#scene.url), { method, ...more, headers })
    const isJson = answer.headers.get('content-type')?.includes('json')
    return {
      status: answer.status,
      headers: answer.headers,
      body: isJson && method !== 'HEAD' ? await answer.json() : null,
    }
  }

  /** Says that a file of so many bytes comes. */
  async begins(who: Who, name: string, length: number | string): Promise<TusAnswer> {
    const metadata = `filename ${Buffer.from(name).toString('base64')}`
    const headers = { 'upload-length': String(length), 'upload-metadata': metadata }
    return await this.ask('POST', `/api/rooms/${who.room}/uploads`, who, { headers })
  }

  /** Begins one, and gives its path. */
  async begun(who: Who, name: string, length: number): Promise<string> {
    const answer = await this.begins(who, name, length)
    const path = answer.headers.get('location')
    if (!path) throw new Error(`it was refused: ${JSON.stringify(answer.body)}`)
    return path
  }

  /** Sends a part of one. */
  async sends(who: { cookie: string }, path: string, { bytes, from }: Part): Promise<TusAnswer> {
    const headers = { 'content-type': 'application/offset+octet-stream', 'upload-offset': String(from) }
    return await this.ask('PATCH', path, who, { headers, body: Uint8Array.from(bytes) })
  }

  /** How much of one is there; null where there is none. */
  async offset(who: { cookie: string }, path: string): Promise<number | null> {
    const { status, headers } = await this.ask('HEAD', path, who)
    return status === 200 ? Number(headers.get('upload-offset')) : null
  }

  /** Sends a whole file; what the last part was answered. */
  async uploads(who: Who, name: string, bytes: Uint8Array): Promise<TusAnswer> {
    return await this.sends(who, await this.begun(who, name, bytes.length), { bytes, from: 0 })
  }

  /** Sends a whole file, which becomes one of the room. */
  async brings(who: Who, name: string, bytes: Uint8Array): Promise<Document> {
    return v.parse(Document, (await this.uploads(who, name, bytes)).body)
  }

  async list(who: Who, asked = ''): Promise<Documents> {
    return v.parse(Documents, (await this.ask('GET', `/api/rooms/${who.room}/documents${asked}`, who)).body)
  }

  async names(who: Who, asked = ''): Promise<string[]> {
    return (await this.list(who, asked)).documents.map(({ name }) => name)
  }
}
