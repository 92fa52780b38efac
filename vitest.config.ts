import { defineConfig } from 'vitest/config'
import { featureFaces } from './scripts/feature-faces.mjs'
import { messages } from './scripts/messages.mjs'

/** Unit and contract tests; the stories in a real browser have a config of their own. */
export default defineConfig({
  plugins: [messages(), featureFaces()],
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
    environment: 'node',
    // Modules are read once for all files of a worker: a test leaves nothing changed in them, nor in a global.
    isolate: false,
    // By itself it leaves a core free: on a small machine that is half of them.
    maxWorkers: '100%',
    // A hall of hundreds takes its time on a busy machine; what hangs still ends.
    testTimeout: 30_000,
    css: false,
  },
})
