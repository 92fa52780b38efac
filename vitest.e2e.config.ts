import { defineConfig } from 'vitest/config'

/** Stories in real browsers with a real LiveKit: two files at a time, one for each of a small machine's cores. */
export default defineConfig({
  test: {
    include: ['e2e/**/*.e2e.ts'],
    environment: 'node',
    maxWorkers: 2,
    testTimeout: 90_000,
    // As long as a visitor waits for anything else.
    expect: { poll: { timeout: 20_000 } },
    hookTimeout: 120_000,
    teardownTimeout: 20_000,
  },
})
