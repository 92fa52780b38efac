import { execFile } from 'node:child_process'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'

const fileIn = (dataFolder: string) => join(dataFolder, 'livekit.pid')
const POLL_MS = 20

/** Notes the child, so that one that outlived a crash of ours is found at the next start. */
export async function keepPid(dataFolder: string, pid: number | undefined): Promise<void> {
  await writeFile(fileIn(dataFolder), String(pid))
}

/** Ends a LiveKit that outlived a crash of ours: it would hold the ports, and people who are nobody's. */
export async function endLeftOver(dataFolder: string): Promise<void> {
  const pid = Number(await readFile(fileIn(dataFolder), 'utf8').catch(() => ''))
  if (pid > 1 && (await isLiveKit(pid))) {
    process.kill(pid, 'SIGKILL')
    while (await isLiveKit(pid)) await new Promise((next) => setTimeout(next, POLL_MS))
  }
  await rm(fileIn(dataFolder), { force: true })
}

/** Process numbers are used again: only one that runs a livekit-server is ours to end. */
async function isLiveKit(pid: number): Promise<boolean> {
  const asked = promisify(execFile)('ps', ['-o', 'stat=,comm=', '-p', String(pid)])
  const { stdout } = await asked.catch(() => ({ stdout: '' }))
  return stdout.includes('livekit') && !stdout.startsWith('Z')
}
