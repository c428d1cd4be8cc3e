// Builds dist/: the library by tsc, the command as one file and the viewer as one page by vite. Run by `prepare`, so an install is ready to use.
import { execFileSync } from 'node:child_process';
import { chmodSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { fingerprint } from './fingerprint.mjs';

const root = join(import.meta.dirname, '..');
const dist = join(root, 'dist');
const quiet = { logLevel: 'error' };

rmSync(dist, { recursive: true, force: true });
execFileSync(join(root, 'node_modules', '.bin', 'tsc'), ['-p', 'tsconfig.build.json'], {
  cwd: root,
  stdio: 'inherit',
  shell: process.platform === 'win32',
});
// One file starts in half the time of three hundred. Its dependencies are in it; the library's are not.
await build({
  ...quiet,
  root,
  configFile: false,
  ssr: { noExternal: true, target: 'node' },
  build: {
    ssr: join(root, 'src', 'cli', 'main.ts'),
    outDir: join(dist, 'cli'),
    target: 'node20',
    emptyOutDir: false,
    rollupOptions: { output: { entryFileNames: 'main.js', inlineDynamicImports: true } },
  },
});
await build({ ...quiet, configFile: join(root, 'src', 'viewer', 'vite.config.ts') });
chmodSync(join(dist, 'cli', 'main.js'), 0o755);
writeFileSync(join(dist, '.fingerprint'), fingerprint(root));
