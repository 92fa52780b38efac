import { spawn, type ChildProcess } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { availableParallelism, setPriority } from 'node:os'
import { HIDING, type Programs } from './programs.ts'

/** What a program may take: bytes of memory, bytes of a file, ms in all, and ms without a sign of life. */
export type Limits = { memory: number; file: number; whole: number; silent: number }

/** How a program ended; `words` is the end of what it said was wrong. */
export type Ended = { how: 'well' | 'badly' | 'too-slow' | 'aborted'; words: string }

export type Boxed = {
  program: string
  args: readonly string[]
  /** The only folder that it is told of: where it stands, its home, and for what it throws away. */
  folder: string
  /** A folder around that one, of which it is to see nothing else, where the machine can do that. */
  hidden?: string
  limits: Limits
  signal: AbortSignal
  onLine?: (line: string) => void
  /** Whether a line is a sign of life; without this every line is. */
  isAlive?: (line: string) => boolean
}

// A thirtieth of what a program of the room gets. At the lowest priority, a seventieth, nothing would come of a file on a machine that is busy
// for long.
const NICE = 15
// Half of the machine stays for those who speak and listen meanwhile.
const many = String(Math.max(1, Math.floor(availableParallelism() / 2)))
const THREADS = { UV_THREADPOOL_SIZE: many, VIPS_CONCURRENCY: '1' }

// Of a program that talks without end only so much is read.
const LINE_MAX = 1_000_000
const WORDS_MAX = 4_000

/**
 * Runs a program that reads what somebody sent: behind everybody else, without a network, with so much memory and time, and gone with
 * whatever it began. Never rejects. [CONVERT-3]
 */
export async function runBoxed(boxed: Boxed, programs: Programs): Promise<Ended> {
  if (boxed.signal.aborted) return { how: 'aborted', words: '' }
  const [program = boxed.program, ...args] = heldIn(boxed, programs)
  const child = spawn(program, args, {
    cwd: boxed.folder,
    // A group of its own, so that all of it can be ended.
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env['PATH'], HOME: boxed.folder, TMPDIR: boxed.folder, LANG: 'C.UTF-8', ...THREADS },
  })
  return await new Promise((resolve) => {
    let how: Ended['how'] | null = null
    let words = ''
    const end = (why: Ended['how']) => {
      how ??= why
      endGroup(child)
    }
    const slow = () => end('too-slow')
    const abort = () => end('aborted')
    const whole = setTimeout(slow, boxed.limits.whole)
    const silent = setTimeout(slow, boxed.limits.silent)
    boxed.signal.addEventListener('abort', abort)
    child.stderr.setEncoding('utf8').on('data', (said: string) => {
      words = (words + said).slice(-WORDS_MAX)
    })
    const hear = byLine((line) => {
      if (boxed.isAlive?.(line) ?? true) silent.refresh()
      if (how === null) boxed.onLine?.(line)
    })
    child.stdout.setEncoding('utf8').on('data', hear)
    const over = (ended: Ended['how'], said = '') => {
      clearTimeout(whole)
      clearTimeout(silent)
      boxed.signal.removeEventListener('abort', abort)
      // What it left behind is ended with it.
      endGroup(child)
      resolve({ how: how ?? ended, words: words + said })
    }
    child.on('error', (error) => over('badly', error.message))
    child.on('close', (code) => over(code === 0 ? 'well' : 'badly'))
    if (child.pid !== undefined) yieldToOthers(child.pid)
  })
}

/** Hands on what is said line by line, without those that are too long, of which nothing is kept. */
function byLine(onLine: (line: string) => void): (said: string) => void {
  let line = ''
  let isLong = false
  const add = (part: string) => {
    isLong ||= line.length + part.length > LINE_MAX
    line = isLong ? '' : line + part
  }
  return (said) => {
    const parts = said.split('\n')
    const last = parts.pop() ?? ''
    for (const part of parts) {
      add(part)
      if (!isLong) onLine(line)
      line = ''
      isLong = false
    }
    add(last)
  }
}

/** The program and its arguments, behind those of the machine that hold it in; each hands over to the next. */
function heldIn({ program, args, folder, hidden, limits }: Boxed, programs: Programs): string[] {
  const { prlimit, ionice, unshare, hides } = programs
  const alone = hides && hidden !== undefined ? ['-rnm', ...HIDING, hidden, folder] : ['-rn']
  return [
    ...(ionice ? [ionice, '-c', '2', '-n', '7'] : []),
    ...(prlimit ? [prlimit, `--data=${limits.memory}`, `--fsize=${limits.file}`, '--core=0'] : []),
    ...(unshare ? [unshare, ...alone] : []),
    program,
    ...args,
  ]
}

function yieldToOthers(pid: number): void {
  unlessOver(() => setPriority(pid, NICE))
  // Where Linux shares a machine out by sessions, one of a program counts in its own alone (sched(7), autogroup).
  unlessOver(() => writeFileSync(`/proc/${pid}/autogroup`, String(NICE)))
}

/** Does something about a program that may be over already, or where the machine knows nothing of it. */
function unlessOver(what: () => void): void {
  try {
    what()
  } catch {
    // Then it is as it is.
  }
}

function endGroup({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL')
  } catch {
    // Nobody of it is left.
  }
}
