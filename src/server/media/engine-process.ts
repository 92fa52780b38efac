import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { promisify } from 'node:util'
import type { Millis } from '../../protocol/types.ts'

const POLL: Millis = 20
const LINES_KEPT = 20

// Reads until our end of the pipe is gone, however we went, and then ends the engine if it is still the same program.
const WATCH =
  'trap "" INT TERM HUP; while read -r _; do :; done; case "$(ps -o lstart= -p "$1")" in *"$2"*) kill -9 "$1" ;; esac'

/** LiveKit as a child process. It ends with us, also where we are killed, and is noted in the data folder from its birth on. */
export type EngineProcess = {
  readonly child: ChildProcess
  /** What it printed last, a line each. */
  readonly lines: readonly string[]
  /** Resolves when it is gone, or could not even be started: with the reason, where that is so. */
  readonly ended: Promise<Error | null>
  /** Ends it at once. */
  kill(): void
}

/** Starts LiveKit with a configuration of its own (YAML or JSON). `heard` is given each line that it prints. */
export async function startProcess(
  binary: string,
  config: string,
  dataFolder: string,
  heard: (line: string) => void,
): Promise<EngineProcess> {
  const child = spawn(binary, [], {
    env: { PATH: process.env['PATH'], LIVEKIT_CONFIG: config },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const lines: string[] = []
  for (const stream of [child.stdout, child.stderr])
    createInterface(stream).on('line', (line) => {
      lines.push(line)
      lines.splice(0, lines.length - LINES_KEPT)
      heard(line)
    })
  const kill = () => void child.kill('SIGKILL')
  process.once('exit', kill)
  const ended = new Promise<Error | null>((resolve) => {
    child.once('close', () => resolve(null))
    // A program that cannot be started has no pid, and says so by an error.
    child.once('error', resolve)
  }).finally(() => process.off('exit', kill))
  if (child.pid !== undefined) await note(child, child.pid, dataFolder)
  return { child, lines, ended, kill }
}

const noteIn = (dataFolder: string) => join(dataFolder, 'livekit.pid')

/** Notes the pid with the time at which it began, for pids are used again; and sets a watch on our own death. */
async function note(child: ChildProcess, pid: number, dataFolder: string): Promise<void> {
  writeFileSync(noteIn(dataFolder), `${pid}\n`)
  const began = await beginning(pid)
  if (began === '') return
  writeFileSync(noteIn(dataFolder), `${pid}\n${began}\n`)
  const watch = spawn('sh', ['-c', WATCH, 'watch', String(pid), began], { stdio: ['pipe', 'ignore', 'ignore'] })
  watch.on('error', () => {})
  watch.stdin.on('error', () => {})
  watch.unref()
  child.once('close', () => watch.kill('SIGKILL'))
}

/** The pid of the LiveKit that was started last on this data folder; null where none is noted. */
export function notedPid(dataFolder: string): number | null {
  return readNote(dataFolder)?.pid ?? null
}

/** Ends a LiveKit that outlived us all the same: it would hold the ports, and people who are nobody's. */
export async function endLeftOver(dataFolder: string): Promise<void> {
  const noted = readNote(dataFolder)
  if (noted && noted.began !== '' && (await beginning(noted.pid)) === noted.began) {
    process.kill(noted.pid, 'SIGKILL')
    while ((await beginning(noted.pid)) === noted.began) await new Promise((next) => setTimeout(next, POLL))
  }
  rmSync(noteIn(dataFolder), { force: true })
}

function readNote(dataFolder: string): { pid: number; began: string } | null {
  try {
    const [pid = '', began = ''] = readFileSync(noteIn(dataFolder), 'utf8').split('\n')
    return Number(pid) > 1 ? { pid: Number(pid), began } : null
  } catch {
    return null
  }
}

/** When a process began, as `ps` says it; empty for one that is gone (or waits to be buried), and where there is no `ps`. */
async function beginning(pid: number): Promise<string> {
  const asked = promisify(execFile)('ps', ['-o', 'stat=,lstart=', '-p', String(pid)])
  const { stdout } = await asked.catch(() => ({ stdout: '' }))
  const [, stat = '', began = ''] = /^\s*(\S+)\s+(.*?)\s*$/.exec(stdout) ?? []
  return stat.startsWith('Z') ? '' : began
}
