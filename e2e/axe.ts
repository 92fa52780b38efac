import axe, { type AxeResults, type RunOptions } from 'axe-core'
import { expect } from 'vitest'
import type { Visitor } from './visitor.ts'

declare global {
  interface Window {
    axe: { run(where: Document, options: RunOptions): Promise<AxeResults> }
  }
}

const RULES: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  resultTypes: ['violations'],
}

/** Nothing that axe calls a fault, in the light and in the dark. `state` says in the report what was open. */
export async function isAccessible(who: Visitor, state = ''): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await who.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    expect(await faults(who), `${state} ${colorScheme}, ${who.page.url()}`).toEqual([])
  }
}

/** What axe calls a fault on the page as it is now. */
export async function faults({ page }: Visitor): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  return await page.evaluate(async (rules) => {
    const { violations } = await window.axe.run(document, rules)
    return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html} ${node.failureSummary}`))
  }, RULES)
}
