import { defineConfig } from 'vitest/config';

/** Rooms whose code and tests keep nothing from one file to the next: their files share what they import. */
const TOGETHER = ['test/{graph,layout,model,ontology}/**/*.test.ts', 'test/viewer/state/**/*.test.ts'];

export default defineConfig({
  test: {
    // Waits are for what happens, not for time: these bounds only end what hangs, on a busy machine too.
    testTimeout: 60_000,
    hookTimeout: 240_000,
    // Two cores: one worker more than that only makes every test slower.
    maxWorkers: 2,
    projects: [
      { extends: true, test: { name: 'apart', include: ['test/**/*.test.{ts,tsx}'], exclude: TOGETHER } },
      { extends: true, test: { name: 'together', include: TOGETHER, isolate: false } },
    ],
  },
});
