import type { Refusal } from '../../protocol/refusals.ts'
import { statusOf } from '../http/rejections.ts'

/** A no to a part of an upload, as tus's server hands it on. */
export class UploadRefused extends Error {
  readonly refusal: Refusal
  readonly status_code: number
  readonly body: string

  constructor(refusal: Refusal) {
    super(refusal)
    this.refusal = refusal
    this.status_code = statusOf(refusal)
    this.body = JSON.stringify({ refusal })
  }
}
