import { realpathSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { runBoxed, type Limits } from './box.ts'
import { Said, type Refusal } from './converted.ts'
import type { Programs } from './programs.ts'

const ROOT = join(import.meta.dirname, '..', '..', '..')
const HEAP_MB = 768

export type WorkerTask = {
  /** A file of ours, and what it is told. */
  program: string
  told: unknown
  source: string
  out: string
  limits: Limits
  signal: AbortSignal
  onSaid: (said: Said) => void
}

/**
 * Runs a part of ours over a file that somebody sent, in a Node that may read that file and our own code, write into the folder, and
 * nothing else: no network, no other file, no program. [CONVERT-3]
 *
 * @returns why it did not come to its end, or null
 */
export async function runWorker(task: WorkerTask, programs: Programs): Promise<Refusal | null> {
  let last = null as Said | null
  // The permission is of the folder itself, also where a link leads to it.
  const libraries = realpathSync(join(ROOT, 'node_modules'))
  const readable = [
    libraries,
    join(ROOT, 'node_modules'),
    import.meta.dirname,
    join(ROOT, 'src', 'protocol'),
    join(ROOT, 'package.json'),
    task.source,
    task.out,
  ]
  const ended = await runBoxed(
    {
      program: process.execPath,
      args: [
        '--permission',
        '--allow-addons',
        '--no-warnings',
        `--max-old-space-size=${HEAP_MB}`,
        ...readable.map((each) => `--allow-fs-read=${each}`),
        `--allow-fs-write=${task.out}`,
        task.program,
        JSON.stringify(task.told),
      ],
      folder: task.out,
      limits: task.limits,
      signal: task.signal,
      onLine(line) {
        last = saidIn(line)
        if (last) task.onSaid(last)
      },
    },
    programs,
  )
  return whyNot(ended.how, ended.words, last)
}

function whyNot(how: 'well' | 'badly' | 'too-slow' | 'aborted', words: string, last: Said | null): Refusal | null {
  if (how === 'too-slow' || how === 'aborted') return how
  if (last && 'refused' in last) return last.refused
  if (how === 'well' && last && 'done' in last) return null
  return faultIn(words)
}

/** What went wrong, from what a program said as it ended. */
export function faultIn(words: string): Refusal {
  if (/ENOSPC|no space left|disk quota/i.test(words)) return 'disk-full'
  if (/out of memory|allocation failed|bad_alloc|cannot allocate|EFBIG|file too large|file size limit/i.test(words))
    return 'too-large'
  return 'broken'
}

function saidIn(line: string): Said | null {
  try {
    const parsed = v.safeParse(Said, JSON.parse(line))
    return parsed.success ? parsed.output : null
  } catch {
    return null
  }
}
