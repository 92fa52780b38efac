import { defineConfig } from 'vitest/config'

/** Stories in real Chromium with a real LiveKit: one file at a time, for they share the machine's two cores. */
export default defineConfig({
  test: {
    include: ['e2e/**/*.e2e.ts'],
    environment: 'node',
    fileParallelism: false,
    testTimeout: 90_000,
    hookTimeout: 120_000,
    teardownTimeout: 20_000,
  },
})
