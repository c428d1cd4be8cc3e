// Proves that the committed exports/ are, byte for byte, what a clean build of data/ gives.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const fresh = mkdtempSync(join(tmpdir(), 'clew-exports-'));
try {
  execFileSync(
    process.execPath,
    [join(root, 'dist', 'cli', 'main.js'), 'build', join(root, 'data'), '--out', fresh],
    {
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  const committed = join(root, 'exports');
  const names = [...new Set([...readdirSync(fresh), ...readdirSync(committed)])].sort();
  const read = (dir, name) => {
    try {
      return readFileSync(join(dir, name));
    } catch {
      return undefined;
    }
  };
  const differing = names.filter((name) => {
    const [a, b] = [read(fresh, name), read(committed, name)];
    return a === undefined || b === undefined || !a.equals(b);
  });
  if (differing.length > 0) {
    console.error(
      `exports/ is not what a clean build gives: ${differing.join(', ')}. Run \`npx clew build\` and commit.`,
    );
    process.exit(1);
  }
  console.log(`exports/ is what a clean build gives: ${names.length} files, byte for byte.`);
} finally {
  rmSync(fresh, { recursive: true });
}
