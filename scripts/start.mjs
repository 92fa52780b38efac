import { liveKit } from './livekit.mjs'
import { packages } from './packages.mjs'
import { page } from './page.mjs'
import { step } from './progress.mjs'
import { pinnedPath, root, stopTogether } from './run.mjs'
import { checkRuntime, runtime } from './runtime.mjs'
import { SERVER_ARGS } from './server-args.mjs'
import { supervise } from './supervise.mjs'

const SIGNALS = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])

stopTogether()
try {
  await step('Packages', packages)
  await step('Runtime', checkRuntime)
  await step('Page', page)
  await serve(await liveKit())
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}

/** Runs the server in the foreground: its end is ours. @param {string | undefined} binary LiveKit's program */
async function serve(binary) {
  for (const signal of SIGNALS) process.removeAllListeners(signal)
  const env = { ...process.env, PATH: pinnedPath(), LIVEKIT_BINARY: binary }
  process.exitCode = await supervise(
    runtime,
    SERVER_ARGS,
    { cwd: root, env, stdio: 'inherit' },
    // A terminal tells the whole group by itself; a second signal would mean "at once".
    { signals: SIGNALS, passes: (signal) => signal !== 'SIGINT' || !process.stdin.isTTY },
  )
}
