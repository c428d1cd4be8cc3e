import { defineConfig } from 'vitest/config';

/** `npm run test:stores`: real stores on loopback, as far as their packages can be had. */
export default defineConfig({
  test: {
    include: ['test/stores/**/*.store.ts'],
    testTimeout: 600_000,
    hookTimeout: 600_000,
    fileParallelism: false,
  },
});
