import { browser, CHROMIUM, FFMPEG, FIREFOX, HEADLESS_SHELL, LIBREOFFICE } from './browsers.mjs'
import { browserGate, cheapGates } from './gates.mjs'
import { liveKit } from './livekit.mjs'
import { packages } from './packages.mjs'
import { page } from './page.mjs'
import { line, step } from './progress.mjs'
import { stopTogether } from './run.mjs'
import { checkRuntime } from './runtime.mjs'

const SIDE_BY_SIDE = 2
// The tests bring their own LiveKit: somebody else's is none of their business.
const ALONE = { LIVEKIT_URL: undefined, LIVEKIT_API_KEY: undefined, LIVEKIT_API_SECRET: undefined }

let passed = 0
let failed = 0

stopTogether()
if (await prepared(() => step('Packages', packages))) {
  await prepared(() => step('Runtime', checkRuntime))
  /** @type {NodeJS.ProcessEnv} */
  const env = { ...ALONE }
  const built = await prepared(() => step('Page', page))
  const media = await prepared(async () => {
    env['LIVEKIT_BINARY'] = await liveKit({ ...process.env, ...ALONE })
  })
  let browsers = true
  for (const [name, kind] of /** @type {const} */ ([
    ['Chromium', CHROMIUM],
    ['Firefox', FIREFOX],
  ])) {
    const found = await prepared(() =>
      step(name, async () => {
        const { path, outcome } = await browser(kind)
        env[kind.variable] = path
        return outcome
      }),
    )
    browsers &&= found
  }
  await step('Headless', async () => {
    try {
      const { path, outcome } = await browser(HEADLESS_SHELL)
      env[HEADLESS_SHELL.variable] = path
      return outcome
    } catch {
      return 'none, Chromium instead'
    }
  })
  for (const kind of [LIBREOFFICE, FFMPEG])
    await step(kind.name, async () => {
      try {
        return (await browser(kind)).outcome
      } catch {
        return 'none, its tests are left out'
      }
    })
  const waiting = [...cheapGates]
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, () => work(waiting)))
  if (built && media && browsers) await work([browserGate(env)])
}
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed > 0 ? 1 : 0

/** Whether a step of the set-up came to its end; one that did not is a failure, and the rest goes on. @param {() => Promise<void>} part */
async function prepared(part) {
  try {
    await part()
    return true
  } catch (error) {
    console.log(error instanceof Error ? error.message : error)
    failed += 1
    return false
  }
}

/** Runs gates one after the other, and shows in full only what failed. @param {import('./gates.mjs').Gate[]} waiting */
async function work(waiting) {
  for (let gate = waiting.shift(); gate; gate = waiting.shift()) {
    const started = performance.now()
    const result = await gate.check()
    passed += result.passed
    failed += result.failed
    console.log(line(gate.name, result.outcome, started))
    if (result.failed > 0) console.log(`${result.output}\n`)
  }
}
