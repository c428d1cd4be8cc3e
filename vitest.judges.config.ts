import { defineConfig } from 'vitest/config';

/** `npm run test:judges`: slow, and only as good as the readers that are installed. */
export default defineConfig({
  test: {
    include: ['test/judges/**/*.judge.ts'],
    testTimeout: 600_000,
    hookTimeout: 600_000,
    fileParallelism: false,
  },
});
