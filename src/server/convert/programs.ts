import { spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

/** What the machine has for us: programs that read files, and those that hold them in. Null where there is none. */
export type Programs = {
  soffice: string | null
  ffmpeg: string | null
  ffprobe: string | null
  prlimit: string | null
  ionice: string | null
  /** Whether a program can be given a network of its own with nobody in it. */
  unshare: string | null
}

/** Looks for them on the path. */
export function findPrograms(path = process.env['PATH'] ?? ''): Programs {
  const find = (name: string) =>
    path
      .split(delimiter)
      .map((folder) => join(folder, name))
      .find(canRun) ?? null
  const unshare = find('unshare')
  return {
    soffice: find('soffice'),
    ffmpeg: find('ffmpeg'),
    ffprobe: find('ffprobe'),
    prlimit: find('prlimit'),
    ionice: find('ionice'),
    // Many a container forbids it.
    unshare: unshare && spawnSync(unshare, ['-rn', 'true'], { stdio: 'ignore' }).status === 0 ? unshare : null,
  }
}

function canRun(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}
