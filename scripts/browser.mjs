// Finds a Chromium for tests and screenshots: CHROMIUM_PATH, the system's, else the one that comes with the packages.
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const PLACES = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];

/** Software WebGL, and nothing that speaks to the network by itself. */
export const FLAGS = [
  '--no-sandbox',
  '--enable-unsafe-swiftshader',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-sync',
];

/** @returns {Promise<{ executablePath: string, env: Record<string, string | undefined> }>} what playwright's launch takes */
export async function findBrowser(env = process.env) {
  const given = env.CHROMIUM_PATH;
  if (given) {
    if (!isExecutable(given)) throw new Error(`CHROMIUM_PATH is not a program: ${given}`);
    return { executablePath: given, env };
  }
  const folders = (env.PATH ?? '').split(delimiter).filter(Boolean);
  const found = [...NAMES.flatMap((name) => folders.map((folder) => join(folder, name))), ...PLACES].find(
    isExecutable,
  );
  return found === undefined ? unpackedBrowser(env) : { executablePath: found, env };
}

/** The Chromium of @sparticuz/chromium with the libraries that a bare machine lacks, unpacked once beside the packages. */
async function unpackedBrowser(env) {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('no Chromium was found: install one, or set CHROMIUM_PATH');
  }
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  const { version } = JSON.parse(readFileSync(join(entry, '..', '..', '..', 'package.json'), 'utf8'));
  const home = join(import.meta.dirname, '..', 'node_modules', '.cache', `clew-chromium-${version}`);
  if (!existsSync(home)) await unpack(home);
  const libraries = [join(home, 'al2023', 'lib'), env.LD_LIBRARY_PATH].filter(Boolean).join(delimiter);
  return {
    executablePath: join(home, 'chromium'),
    env: { ...env, LD_LIBRARY_PATH: libraries, FONTCONFIG_PATH: env.FONTCONFIG_PATH ?? join(home, 'fonts') },
  };
}

/** Unpacks beside the goal and renames: an interrupted run leaves nothing that looks whole. */
async function unpack(home) {
  const partial = `${home}.${process.pid}`;
  const before = { TMPDIR: process.env.TMPDIR, AWS_EXECUTION_ENV: process.env.AWS_EXECUTION_ENV };
  const libraries = {
    LD_LIBRARY_PATH: process.env.LD_LIBRARY_PATH,
    FONTCONFIG_PATH: process.env.FONTCONFIG_PATH,
  };
  mkdirSync(partial, { recursive: true });
  try {
    // The package unpacks into the folder for temporary files, and its libraries only where it believes to be in that service.
    process.env.TMPDIR = partial;
    process.env.AWS_EXECUTION_ENV = 'AWS_Lambda_nodejs20.x';
    const { default: chromium } = await import('@sparticuz/chromium');
    await chromium.executablePath();
    writeFileSync(join(partial, 'fonts', 'fonts.conf'), fontsConfig(home));
    renameSync(partial, home);
  } catch (error) {
    // Another process may have been faster; else there is no browser to be had.
    if (!existsSync(home)) throw error;
  } finally {
    for (const [name, value] of Object.entries({ ...before, ...libraries })) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
    rmSync(partial, { recursive: true, force: true });
  }
}

/** A Chromium without a single face crashes on text, and the package looks for its own in fixed places only. */
function fontsConfig(home) {
  return [
    '<?xml version="1.0"?>',
    '<!DOCTYPE fontconfig SYSTEM "fonts.dtd">',
    '<fontconfig>',
    `  <dir>${join(home, 'fonts')}</dir>`,
    '  <dir>/usr/share/fonts</dir>',
    `  <cachedir>${join(home, 'fonts-cache')}</cachedir>`,
    '</fontconfig>',
    '',
  ].join('\n');
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
