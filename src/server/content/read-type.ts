import { open, type FileHandle } from 'node:fs/promises'
import { documentType, HEAD_BYTES, TAIL_BYTES, type DocumentType } from '../../rules/content/document-type.ts'

/** What a file of so many bytes is by what is in it; null for what is not taken. [CONTENT-3] */
export async function readType(path: string, bytes: number): Promise<DocumentType | null> {
  const file = await open(path, 'r')
  try {
    return documentType(
      await part(file, 0, HEAD_BYTES),
      await part(file, Math.max(0, bytes - TAIL_BYTES), Math.min(bytes, TAIL_BYTES)),
    )
  } finally {
    await file.close()
  }
}

async function part(file: FileHandle, from: number, length: number): Promise<Uint8Array> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, from)
  return buffer.subarray(0, bytesRead)
}
