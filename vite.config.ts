import react from '@vitejs/plugin-react'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'
import { compressed } from './scripts/compressed.mjs'
import { smaller } from './scripts/smaller.mjs'
import { icons } from './scripts/icons.mjs'
import { segmentation } from './scripts/segmentation.mjs'

type Modules = { getModuleInfo(id: string): { importedIds: readonly string[] } | null }

const entry = fileURLToPath(new URL('src/client/main.tsx', import.meta.url))

/** Puts into one file what the page imports before anything is opened: it is smaller than its parts. */
function firstPage() {
  const first = new Set<string>()
  const follow = (id: string, modules: Modules): void => {
    if (first.has(id)) return
    first.add(id)
    for (const each of modules.getModuleInfo(id)?.importedIds ?? []) follow(each, modules)
  }
  return (id: string, modules: Modules) => {
    if (first.size === 0) follow(entry, modules)
    return first.has(id) ? 'page' : null
  }
}

/** The page: index.html and src/client become dist/. ROSTRUM_DIST names another folder to build into. */
export default defineConfig({
  plugins: [icons(), react(), segmentation(), smaller(), compressed()],
  build: {
    outDir: process.env['ROSTRUM_DIST'] ?? 'dist',
    emptyOutDir: true,
    target: 'es2022',
    // The first with light-dark(): rewritten for older ones, a dark stage on a light page would get the page's ink.
    cssTarget: ['chrome123', 'edge123', 'firefox120', 'safari17.5'],
    assetsInlineLimit: 4096,
    reportCompressedSize: true,
    // All of these browsers know modulepreload.
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        codeSplitting: {
          // A chunk of its own, so that a person can read and chat before the media engine has come.
          groups: [
            { name: 'livekit', test: /node_modules[\\/](livekit-client|@livekit[\\/](?!track-processors))[\\/]/ },
            { name: firstPage() },
          ],
        },
      },
    },
  },
})
