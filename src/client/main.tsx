import { createRoot } from 'react-dom/client'
import { App } from './App.tsx'
import { startWords } from './text/words.ts'
import './ui/tokens.css'
import './ui/base.css'

/** Not awaited at the top: the words import what they share from this very file, and would wait for it for ever. */
async function start(): Promise<void> {
  await startWords()
  const root = document.getElementById('root')
  if (root) createRoot(root).render(<App />)
}

void start()
