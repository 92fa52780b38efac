import react from '@vitejs/plugin-react'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'
import { compressed } from './scripts/compressed.mjs'
import { icons } from './scripts/icons.mjs'

type Modules = { getModuleInfo(id: string): { importedIds: readonly string[]; code: string | null } | null }

const entry = fileURLToPath(new URL('src/client/main.tsx', import.meta.url))

// One file names all icons: what imports it needs those that it takes, and not every icon of the whole page.
const ICONS = /lucide-react\.mjs$/
const TAKEN = /import\s*\{([^}]*)\}\s*from\s*['"]lucide-react['"]/g

/** Puts into one file what the page imports before anything is opened: it is smaller than its parts. */
function firstPage() {
  const first = new Set<string>()
  const follow = (id: string, modules: Modules): void => {
    if (first.has(id)) return
    first.add(id)
    const { importedIds = [], code } = modules.getModuleInfo(id) ?? {}
    const taken = new Set([...(code ?? '').matchAll(TAKEN)].flatMap(([, names = '']) => names.match(/\w+/g) ?? []))
    for (const each of importedIds) {
      if (!ICONS.test(each)) follow(each, modules)
      else for (const icon of iconsOf(each, taken, modules)) follow(icon, modules)
    }
  }
  return (id: string, modules: Modules) => {
    if (first.size === 0) follow(entry, modules)
    return first.has(id) ? 'page' : null
  }
}

/** The modules of the icons taken, and those that no icon does without. */
function iconsOf(barrel: string, taken: ReadonlySet<string>, modules: Modules): string[] {
  const { importedIds = [], code } = modules.getModuleInfo(barrel) ?? {}
  const named = [...(code ?? '').matchAll(/\{([^}]*)\} from '\.\/(icons\/[\w-]+\.mjs)'/g)]
  const wanted = named.flatMap(([, names = '', file]) =>
    (names.match(/\w+/g) ?? []).some((n) => taken.has(n)) ? file : [],
  )
  return importedIds.filter((id) => !id.includes('/icons/') || wanted.some((file) => id.endsWith(`/${file}`)))
}

/** The page: index.html and src/client become dist/. ROSTRUM_DIST names another folder to build into. */
export default defineConfig({
  plugins: [icons(), react(), compressed()],
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
          groups: [{ name: 'livekit', test: /node_modules[\\/](livekit-client|@livekit)[\\/]/ }, { name: firstPage() }],
        },
      },
    },
  },
})
