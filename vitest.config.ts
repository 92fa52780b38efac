import { defineConfig } from 'vitest/config'
import { featureFaces } from './scripts/feature-faces.mjs'
import { messages } from './scripts/messages.mjs'

// People are removed within half a second of coming into a real engine: where something else takes the cores, nobody gets so far.
const UNDISTURBED = ['src/server/media/media-crowd.test.ts']

/** Unit and contract tests; the stories in a real browser have a config of their own. */
export default defineConfig({
  plugins: [messages(), featureFaces()],
  test: {
    environment: 'node',
    // Modules are read once for all files of a worker: a test leaves nothing changed in them, nor in a global.
    isolate: false,
    // A hall of hundreds takes its time on a busy machine; what hangs still ends.
    testTimeout: 30_000,
    expect: { poll: { timeout: 10_000 } },
    css: false,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
          exclude: UNDISTURBED,
          // By itself it leaves a core free: on a small machine that is half of them.
          maxWorkers: '100%',
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: { name: 'undisturbed', include: UNDISTURBED, maxWorkers: 1, sequence: { groupOrder: 1 } },
      },
    ],
  },
})
