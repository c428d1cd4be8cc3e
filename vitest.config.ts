import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Rooms whose code and tests keep nothing from one file to the next: their files share what they import. */
const TOGETHER = [
  'test/{corpus,formats,graph,layout,model,ontology,rdf}/**/*.test.ts',
  'test/viewer/state/**/*.test.ts',
  'test/viewer/stage/*.unit.test.ts',
];

/** Files that take longest, longest first: begun last, one of them would keep a core busy while the other waits. */
const LONGEST = [
  'viewer/accessibility.test.ts',
  'viewer/viewer.test.ts',
  'viewer/own-files.test.ts',
  'viewer/canvas.test.ts',
  'viewer/stage/stage.browser.test.ts',
  'cli/check-shapes.test.ts',
];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const at = LONGEST.findIndex((name) => moduleId.endsWith(`test/${name}`));
      return at === -1 ? LONGEST.length : at;
    };
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b));
  }
}

export default defineConfig({
  test: {
    // Waits are for what happens, not for time: these bounds only end what hangs, on a busy machine too.
    testTimeout: 60_000,
    hookTimeout: 240_000,
    expect: { poll: { timeout: 30_000 } },
    // One more than the cores of the smallest machine: tests of a browser leave a core idle about half the time.
    maxWorkers: 3,
    sequence: { sequencer: LongestFirst },
    projects: [
      { extends: true, test: { name: 'apart', include: ['test/**/*.test.{ts,tsx}'], exclude: TOGETHER } },
      { extends: true, test: { name: 'together', include: TOGETHER, isolate: false } },
    ],
  },
});
