import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { BrowserContext } from 'playwright-core'

const MODULES = join(import.meta.dirname, '..', '..', 'node_modules')
const ASSISTANT = join(MODULES, '@fontsource-variable', 'assistant', 'files')
const EXCALIDRAW = join(MODULES, '@excalidraw', 'excalidraw', 'dist', 'prod')

/** A page of a PDF: its ground as CSS has it, and its lines, each in its direction. */
type Written = { ground: string; lines: { text: string; dir: 'ltr' | 'rtl' }[] }

/** A PDF of 960 by 540 as a browser prints it, with the fonts of packages that are here anyhow: of Hebrew, Latin and Japanese. */
export async function writtenPdf(context: BrowserContext, pages: readonly Written[]): Promise<Buffer> {
  const page = await context.newPage()
  // The fonts of Excalidraw are many files, of which the page asks for those that it needs.
  await page.route('https://fonts.invalid/*', async (route) => {
    const path = join(EXCALIDRAW, 'fonts', 'Xiaolai', basename(route.request().url()))
    await route.fulfill({ path, headers: { 'access-control-allow-origin': '*' } })
  })
  const own = ['hebrew', 'latin'].map((script) => {
    const font = readFileSync(join(ASSISTANT, `assistant-${script}-wght-normal.woff2`)).toString('base64')
    return `@font-face { font-family: ${script}; src: url(data:font/woff2;base64,${font}) }`
  })
  const sheets = pages.map(
    ({ ground, lines }) =>
      `<section style="background:${ground}">${lines.map(({ text, dir }) => `<p dir="${dir}">${text}</p>`).join('')}</section>`,
  )
  const style = `@page { margin: 0 } body { margin: 0; font: 28px hebrew, latin, japanese } section { height: 540px; break-after: page; overflow: hidden } p { margin: 30px 60px }`
  await page.setContent(`<style>${[...own, ...japanese()].join('')}${style}</style>${sheets.join('')}`)
  await page.evaluate(async () => await document.fonts.ready)
  const pdf = await page.pdf({ width: '960px', height: '540px', printBackground: true })
  await page.close()
  return pdf
}

/** The parts of Excalidraw's Chinese and Japanese font, with the letters that each has. */
function japanese(): string[] {
  const scripts = readdirSync(EXCALIDRAW)
    .filter((name) => name.endsWith('.js'))
    .map((name) => readFileSync(join(EXCALIDRAW, name), 'utf8'))
  const script = scripts.find((each) => each.includes('/Xiaolai-Regular-')) ?? ''
  const files = new Map(
    [...script.matchAll(/([\w$]+)="\.\/fonts\/Xiaolai\/([\w-]+\.woff2)"/g)].map(([, name, file]) => [name, file]),
  )
  return [...script.matchAll(/\{uri:([\w$]+),descriptors:\{unicodeRange:"([^"]+)"/g)]
    .filter(([, name]) => files.has(name))
    .map(
      ([, name, range]) =>
        `@font-face { font-family: japanese; src: url(https://fonts.invalid/${files.get(name)}); unicode-range: ${range} }`,
    )
}
