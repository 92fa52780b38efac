import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium as browsers } from 'playwright-core'
import { chromium } from './chromium.mjs'
import { root } from './run.mjs'

// The canvas of the page in the light: a home screen has no theme.
const PAPER = '#f2f4f0'

/** Each icon: its size in px, how much of it the sign takes, and how round the paper under it is. Launchers cut a maskable one. */
const ICONS = [
  { name: '192', size: 192, share: 0.66, round: 0.22 },
  { name: '512', size: 512, share: 0.66, round: 0.22 },
  { name: 'maskable', size: 512, share: 0.52, round: 0 },
  { name: 'apple-touch-icon', size: 180, share: 0.66, round: 0 },
]

// Draws the icons of the installed page from src/client/icon.svg into public/icons: `npm run icons`, when the sign changes.
const svg = readFileSync(join(root, 'src/client/icon.svg'), 'utf8')
const folder = join(root, 'public/icons')
mkdirSync(folder, { recursive: true })
const { path } = await chromium()
const browser = await browsers.launch({ executablePath: path, chromiumSandbox: process.getuid?.() !== 0 })
const page = await browser.newPage()
for (const { name, size, share, round } of ICONS) {
  await page.setViewportSize({ width: size, height: size })
  const side = Math.round(size * share)
  const paper = `display:grid;place-items:center;height:100vh;background:${PAPER};border-radius:${size * round}px`
  await page.setContent(
    `<body style="margin:0"><div style="${paper}"><div style="width:${side}px">${svg}</div></div></body>`,
  )
  await page.screenshot({ path: join(folder, `${name}.png`), omitBackground: true })
}
await browser.close()
