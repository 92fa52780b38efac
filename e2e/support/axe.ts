import axe, { type AxeResults, type RunOptions } from 'axe-core'
import { expect } from 'vitest'
import type { Visitor } from './visitor.ts'

declare global {
  interface Window {
    axe: {
      run(where: Document, options: RunOptions): Promise<AxeResults>
      setup(where: Document): void
      teardown(): void
      commons: {
        aria: { getRole(of: Element): string | null }
        dom: { isVisibleToScreenReaders(which: Element): boolean }
        text: { accessibleText(of: Element): string }
      }
    }
  }
}

const RULES: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  // What is read on a button is what one says to press it: still an experiment of axe's, and WCAG's 2.5.3.
  rules: { 'label-content-name-mismatch': { enabled: true } },
  resultTypes: ['violations'],
}

/** The rules that look at colours: in the dark nothing else is another. */
const COLOURS: RunOptions = {
  runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] },
  resultTypes: ['violations'],
}

/** Nothing that axe calls a fault, in the light and in the dark. `state` says in the report what was open. */
export async function isAccessible(who: Visitor, state = ''): Promise<void> {
  for (const [colorScheme, rules] of [
    ['light', RULES],
    ['dark', COLOURS],
  ] as const) {
    await who.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    expect(await faults(who, rules), `${state} ${colorScheme}, ${who.page.url()}`).toEqual([])
  }
}

/** What axe calls a fault on the page as it is now. */
export async function faults({ page }: Visitor, asked = RULES): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  return await page.evaluate(async (rules) => {
    // What still slides in is not in sight for axe, and half faded in its colours are others.
    const coming = document.getAnimations().filter(({ effect }) => effect?.getTiming().iterations !== Infinity)
    await Promise.allSettled(coming.map(async (each) => await each.finished))
    // What a dialog lies over is inert, its heading with it.
    const enabled = !document.querySelector('[role=dialog], [role=alertdialog]')
    const { violations } = await window.axe.run(document, {
      ...rules,
      rules: { ...rules.rules, 'page-has-heading-one': { enabled } },
    })
    return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html} ${node.failureSummary}`))
  }, asked)
}
