import { spawnSync } from 'node:child_process'
import { accessSync, constants, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
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
  /** Whether it can also be given a sight of the disk of its own, without a folder and all that is in it. */
  hides: boolean
}

/**
 * Runs what comes after two folders: without the first and what is in it, except the second, which is in it too and where it stands. By the
 * way over the process it is still reached once the first is covered.
 */
export const HIDING = [
  '/bin/sh',
  '-c',
  'mount -t tmpfs none "$1" && mkdir -p "$2" && mount -c --bind /proc/self/cwd "$2" && cd "$2" && shift 2 && exec "$@"',
  'sh',
] as const

/** Looks for them on the path. */
export function findPrograms(path = process.env['PATH'] ?? ''): Programs {
  const find = (name: string) =>
    path
      .split(delimiter)
      .map((folder) => join(folder, name))
      .find(canRun) ?? null
  const unshare = find('unshare')
  const can = (cwd: string, ...args: string[]) =>
    unshare !== null && spawnSync(unshare, args, { cwd, stdio: 'ignore' }).status === 0
  const hides = () => {
    const around = mkdtempSync(join(tmpdir(), 'rostrum-programs-'))
    const seen = join(around, 'seen')
    mkdirSync(seen)
    const files = [seen, around].map((folder) => join(folder, 'file'))
    for (const file of files) writeFileSync(file, '')
    const isSo = ['/bin/sh', '-c', 'test -e "$1" && ! test -e "$2"', 'sh', ...files]
    try {
      return can(seen, '-rnm', ...HIDING, around, seen, ...isSo)
    } finally {
      rmSync(around, { recursive: true })
    }
  }
  return {
    soffice: find('soffice'),
    ffmpeg: find('ffmpeg'),
    ffprobe: find('ffprobe'),
    prlimit: find('prlimit'),
    ionice: find('ionice'),
    // Many a container forbids it.
    unshare: can('/', '-rn', 'true') ? unshare : null,
    hides: hides(),
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
