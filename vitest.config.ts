import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    // Waits are for what happens, not for time: these bounds only end what hangs, on a busy machine too.
    testTimeout: 60_000,
    hookTimeout: 240_000,
    // Two cores: one worker more than that only makes every test slower.
    maxWorkers: 2,
  },
});
