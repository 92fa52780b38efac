import type { Config } from '../config.ts'
import { openFolder } from './files.folder.ts'
import type { Files } from './files.ts'

/** Opens the files where the operator wants them. What speaks S3 is loaded only where that is asked for. */
export async function openFiles({ files, dataFolder }: Pick<Config, 'files' | 'dataFolder'>): Promise<Files> {
  if (files.kind === 'folder') return await openFolder(dataFolder)
  const { openBucket } = await import('./files.s3.ts')
  return await openBucket(files)
}
