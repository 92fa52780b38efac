import { StrictMode, type ComponentType } from 'react'
import { createRoot } from 'react-dom/client'
import { startMessages, wantedLanguage } from '../i18n/load-messages.ts'
import { keptAppearance, showAppearance } from './appearance.ts'
import '../ui/tokens.css'
import '../ui/base.css'

/**
 * Starts a page once its messages are there. Not to be awaited at the top level: the catalogues import what they share from the page's first file,
 * and would wait for it for ever.
 */
export async function start(Pages: ComponentType): Promise<void> {
  const root = document.getElementById('root')
  showAppearance(keptAppearance())
  if (!isAble()) return root ? tellOld(root) : undefined
  await startMessages()
  if (root)
    createRoot(root).render(
      <StrictMode>
        <Pages />
      </StrictMode>,
    )
}

/** [DEVICE-9] A room needs all of these; without them, index.html's own sentence stays. */
function isAble(): boolean {
  return 'toSorted' in Array.prototype && CSS.supports('color', 'light-dark(#000, #fff)')
}

/** Of the sentences in index.html, keeps the one in the reader's language. */
function tellOld(root: HTMLElement): void {
  const language = wantedLanguage()
  document.documentElement.lang = language
  for (const sentence of root.querySelectorAll('p')) if (sentence.lang !== language) sentence.remove()
  root.setAttribute('data-old', '')
}
