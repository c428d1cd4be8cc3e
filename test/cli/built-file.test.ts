import { expect, it } from 'vitest';
import { builtFile } from '../../src/cli/commands/build.ts';

it('what a clone has not built yet is missing with the way to make it', () => {
  expect(() => builtFile('none.js')).toThrow(/dist.viewer.none\.js is missing: `npm run build` makes it\.$/);
});
