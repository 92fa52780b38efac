import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { compressed } from './scripts/compressed.mjs'
import { featureFaces } from './scripts/feature-faces.mjs'
import { icons } from './scripts/icons.mjs'
import { messages } from './scripts/messages.mjs'
import { built, catalogueOf, together } from './vite.config.ts'

// What nearly every page needs; a file alone for each would be larger, and come later.
const FIRST = [
  'app/portal.tsx',
  'portal/NarrowPage.tsx',
  'portal/PortalTop.tsx',
  'portal/use-answer.ts',
  'portal/use-send.ts',
  'ui/controls/IconButton.tsx',
  'ui/controls/Select.tsx',
  'ui/controls/TextField.tsx',
  'ui/focus/give-back-focus.ts',
  'ui/focus/take-focus.ts',
  'ui/hooks/use-title.ts',
  'ui/pages/MessagePage.tsx',
].map((name) => `src/client/${name}`)

// The choices of forms.
const CONTROLS = ['RadioCards', 'Segments', 'Switch'].map((name) => `src/client/ui/controls/${name}.tsx`)

// What is opened by a press.
const OVERLAYS = ['MenuOpened', 'MenuSheet', 'Sheet'].map((name) => `src/client/ui/overlays/${name}.tsx`)

/** Makes portal.html of index.html: the same page with another script. */
function portalPage(): Plugin {
  return {
    name: 'portal-page',
    enforce: 'post',
    transformIndexHtml: { order: 'pre', handler: (html) => html.replace('/app/room.tsx', '/app/portal.tsx') },
    generateBundle(_options, bundle) {
      const page = bundle['index.html']
      if (page) page.fileName = 'portal.html'
    },
  }
}

/**
 * The pages around the rooms: a smaller build of their own, put beside the room's in dist/. They are forms and lists, and are drawn by Preact, with
 * which a page is less than half of what it would be with React. In a room, React stays: much is drawn there at once, and a slow frame is seen.
 */
export default defineConfig({
  plugins: [portalPage(), messages(['core', 'portal']), featureFaces(), icons(), react(), compressed()],
  resolve: {
    alias: [
      { find: /^react$/, replacement: 'preact/compat' },
      { find: /^react-dom$/, replacement: 'preact/compat' },
      { find: /^react-dom\/client$/, replacement: 'preact/compat/client' },
      { find: /^react\/jsx-runtime$/, replacement: 'preact/jsx-runtime' },
    ],
  },
  build: {
    ...built,
    emptyOutDir: false,
    copyPublicDir: false,
    assetsDir: 'assets/portal',
    rolldownOptions: {
      output: {
        chunkFileNames: 'assets/portal/[name]-[hash:7].js',
        assetFileNames: 'assets/portal/[name]-[hash:7][extname]',
        codeSplitting: {
          groups: [
            { name: catalogueOf, debugName: 'messages' },
            { name: together('page', FIRST), debugName: 'page' },
            { name: together('controls', CONTROLS), debugName: 'controls' },
            { name: together('overlays', OVERLAYS), debugName: 'overlays' },
          ],
        },
      },
    },
  },
})
