const WIDTH = 24
const QUARTER = 25

/**
 * @typedef {(done: number, total: number) => void} Bar says how far a step has come
 * @typedef {(bar: Bar) => string | Promise<string>} Work does a step and answers with its outcome in a few words
 */

/**
 * Does one step and prints one line for it: name, outcome, time. On a terminal a bar is drawn while it runs; elsewhere
 * a plain line follows at each quarter of the way.
 *
 * @param {string} name @param {Work} work @param {{ isTTY?: boolean, write(text: string): unknown }} [out]
 * @returns {Promise<void>} throws what the work throws, after a line that says `failed`
 */
export async function step(name, work, out = process.stdout) {
  const started = performance.now()
  const label = name.padEnd(14)
  const clear = out.isTTY ? '\r\x1b[K' : ''
  let quarter = 0
  /** @type {Bar} */
  const bar = (done, total) => {
    const percent = total > 0 ? Math.min(100, Math.floor((done / total) * 100)) : 0
    if (out.isTTY) return void out.write(`${clear}${label}${drawBar(percent)}  ${seconds(started)}`)
    if (Math.floor(percent / QUARTER) <= quarter) return
    quarter = Math.floor(percent / QUARTER)
    if (percent < 100) out.write(`${label}${percent} %  ${seconds(started)}\n`)
  }
  if (out.isTTY) out.write(label)
  try {
    const outcome = await work(bar)
    out.write(`${clear}${line(name, outcome, started)}\n`)
  } catch (error) {
    out.write(`${clear}${line(name, 'failed', started)}\n`)
    throw error
  }
}

/** One line of a report. @param {string} name @param {string} outcome @param {number} started as by performance.now() */
export function line(name, outcome, started) {
  return `${name.padEnd(14)}${outcome.padEnd(28)}${seconds(started)}`
}

/** @param {number} percent 0 to 100 */
export function drawBar(percent) {
  const full = Math.round((percent / 100) * WIDTH)
  return `${'█'.repeat(full)}${'░'.repeat(WIDTH - full)} ${String(percent).padStart(3)} %`
}

/** @param {number} started */
function seconds(started) {
  return `${((performance.now() - started) / 1000).toFixed(1)} s`
}
