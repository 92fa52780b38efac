import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

// Large pictures that have to keep up, drawn and packed by software: on a small machine nothing else may want its cores meanwhile.
const UNDISTURBED = ['e2e/connection/low-bandwidth.e2e.ts', 'e2e/share/sharp-screen.e2e.ts']

// They wait more than they reckon: three for a small machine's two cores. With four it was no faster, and pictures came late.
const WORKERS = Math.min(6, Math.ceil(1.5 * availableParallelism()))

/** Stories in real browsers with a real LiveKit. */
export default defineConfig({
  test: {
    environment: 'node',
    testTimeout: 150_000,
    // As long as a visitor waits for anything else.
    expect: { poll: { timeout: 40_000 } },
    hookTimeout: 120_000,
    teardownTimeout: 20_000,
    // One browser for all files of a worker; each visitor has a profile of its own.
    isolate: false,
    projects: [
      {
        extends: true,
        test: {
          name: 'stories',
          include: ['e2e/**/*.e2e.ts'],
          exclude: UNDISTURBED,
          globalSetup: 'e2e/support/shared-servers.ts',
          maxWorkers: WORKERS,
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
