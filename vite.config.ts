import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { compressed } from './scripts/compressed.mjs'

/** The page: index.html and src/client become dist/. ROSTRUM_DIST names another folder to build into. */
export default defineConfig({
  plugins: [react(), compressed()],
  build: {
    outDir: process.env['ROSTRUM_DIST'] ?? 'dist',
    emptyOutDir: true,
    target: 'es2022',
    // The first with light-dark(): rewritten for older ones, a dark stage on a light page would get the page's ink.
    cssTarget: ['chrome123', 'edge123', 'firefox120', 'safari17.5'],
    assetsInlineLimit: 4096,
    reportCompressedSize: true,
    rolldownOptions: {
      output: {
        codeSplitting: {
          // A chunk of its own, so that a person can read and chat before the media engine has come.
          groups: [
            { name: 'livekit', test: /node_modules[\\/](livekit-client|@livekit)[\\/]/ },
            // What the way in and the room share: one file is smaller than ten, and comes at once.
            {
              name: 'common',
              test: /src[\\/](protocol[\\/](names|words|http)|rules[\\/]policy|client[\\/]ui[\\/](TextField|MicrophoneSign|Face|use-))|[\\/]zod[\\/]|createLucideIcon/,
            },
          ],
        },
      },
    },
  },
})
