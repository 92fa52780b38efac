import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { liveKit } from './livekit.mjs'
import { packages } from './packages.mjs'
import { page } from './page.mjs'
import { step } from './progress.mjs'
import { pinnedPath, root, stopTogether } from './run.mjs'
import { checkRuntime, runtime } from './runtime.mjs'

const SIGNALS = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])

stopTogether()
try {
  await step('Packages', packages)
  await step('Runtime', checkRuntime)
  await step('Page', page)
  serve(await liveKit())
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}

/** Runs the server in the foreground: its end is ours. @param {string | undefined} binary LiveKit's program */
function serve(binary) {
  const server = spawn(runtime, [join('src', 'server', 'main.ts')], {
    cwd: root,
    env: { ...process.env, PATH: pinnedPath(), LIVEKIT_BINARY: binary },
    stdio: 'inherit',
  })
  for (const signal of SIGNALS) {
    process.removeAllListeners(signal)
    process.on(signal, () => {
      // A terminal tells the whole group by itself; a second signal would mean "at once".
      if (signal !== 'SIGINT' || !process.stdin.isTTY) server.kill(signal)
    })
  }
  server.on('error', (error) => {
    console.error(`The server does not start: ${error.message}`)
    process.exitCode = 1
  })
  server.on('close', (code, signal) => {
    process.exitCode = code ?? (signal ? 1 : 0)
  })
}
