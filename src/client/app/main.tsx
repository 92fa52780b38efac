import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './App.tsx'
import { startMessages, wantedLanguage } from '../i18n/load-messages.ts'
import { keptAppearance, showAppearance } from './appearance.ts'
import '../ui/tokens.css'
import '../ui/base.css'

/** Not awaited at the top: the words import what they share from this very file, and would wait for it for ever. */
async function start(): Promise<void> {
  const root = document.getElementById('root')
  showAppearance(keptAppearance())
  if (!isAble()) return root ? tellOld(root) : undefined
  await startMessages()
  if (root)
    createRoot(root).render(
      <StrictMode>
        <App />
      </StrictMode>,
    )
}

/** [DEVICE-9] Without these nothing of a room works; index.html says so for as long as nothing takes its place. */
function isAble(): boolean {
  return 'toSorted' in Array.prototype && CSS.supports('color', 'light-dark(#000, #fff)')
}

/** Of the sentences in index.html the one in the reader's language stays. */
function tellOld(root: HTMLElement): void {
  const language = wantedLanguage()
  document.documentElement.lang = language
  for (const sentence of root.querySelectorAll('p')) if (sentence.lang !== language) sentence.remove()
  root.setAttribute('data-old', '')
}

void start()
