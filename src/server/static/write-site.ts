/** Writes a site into a folder, whole or not at all, over nothing that it did not write itself. */
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { compareCodePoints, type Dataset, ProblemError } from '../../model/index.ts';
import { publish, type SiteSource } from '../live-site.ts';
import { homeOf } from './homes.ts';
import { DEFAULT_LANGUAGE, type IriStyle, siteFiles } from './site-files.ts';

/** Lists the files of a site, so that the next run knows which are its own. */
const LIST = '.clew-site';
/** How many foreign files are named. */
const NAMED = 5;

export interface SiteReport {
  readonly files: number;
  readonly bytes: number;
  readonly iris: IriStyle;
  /** Of the dataset as it was published. */
  readonly base: string;
}

export interface WriteSiteOptions {
  /** By default as the dataset's base ends. */
  readonly iris?: IriStyle;
  readonly onProgress?: (files: number) => void;
}

/**
 * Everything is written beside the folder first, then takes its place.
 * @throws ProblemError for unsound data, a base that has no such IRIs, and a folder with files that are no site's
 */
export async function writeSite(
  source: SiteSource,
  out: string,
  { iris: wanted, onProgress }: WriteSiteOptions = {},
): Promise<SiteReport> {
  const target = resolve(out);
  refuseForeign(target);
  const { dataset, ...loaded } = await source.load();
  const iris = wanted ?? (dataset.base.endsWith('#') ? 'hash' : 'slash');
  const published = { ...dataset, base: baseFor(dataset, iris) };
  mkdirSync(dirname(target), { recursive: true });
  const temporary = join(dirname(target), `.${basename(target)}.${randomBytes(6).toString('hex')}.tmp`);
  const clean = () => rmSync(temporary, { recursive: true, force: true });
  // Ctrl-C ends the process by way of its exit.
  process.once('exit', clean);
  try {
    mkdirSync(temporary);
    const options = { unnamed: [DEFAULT_LANGUAGE], home: homeOf, room: 0, quads: Number.POSITIVE_INFINITY };
    const documents = await publish(
      { ...source, load: async () => ({ ...loaded, dataset: published }) },
      temporary,
      options,
    );
    const { files: outputs } = documents.site;
    const names = outputs.map(({ name }) => name);
    let bytes = outputs.reduce((sum, file) => sum + file.bytes, 0);
    for await (const { path, body } of siteFiles(documents, iris)) {
      const file = join(temporary, ...path.split('/'));
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, body, { flag: 'wx' });
      names.push(path);
      bytes += Buffer.byteLength(body);
      onProgress?.(names.length);
    }
    names.sort(compareCodePoints);
    writeFileSync(join(temporary, LIST), `${names.join('\n')}\n`);
    takePlace(temporary, target);
    return { files: names.length, bytes, iris, base: published.base };
  } finally {
    clean();
    process.removeListener('exit', clean);
  }
}

/** `https://a.example/b/` serves hash IRIs as `https://a.example/b/#...`. */
function baseFor({ base }: Dataset, iris: IriStyle): string {
  if (iris === 'hash') return base.endsWith('#') ? base : `${base}#`;
  if (base.endsWith('/')) return base;
  throw new ProblemError([
    {
      severity: 'error',
      code: 'hash-base',
      message: 'the base ends in “#”: its IRIs are fragments of one page and have no places of their own',
      value: base,
      hint: 'Leave --iris out, or let the base in dataset.yaml end in “/”.',
    },
  ]);
}

/** @throws ProblemError where the folder holds what no earlier run wrote */
function refuseForeign(target: string): void {
  if (!existsSync(target)) return;
  const list = join(target, LIST);
  const own = new Set(existsSync(list) ? readFileSync(list, 'utf8').split('\n') : []);
  const foreign = readdirSync(target, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(target, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => path !== LIST && !own.has(path))
    .sort(compareCodePoints);
  if (foreign.length === 0) return;
  const named = foreign.slice(0, NAMED).join(', ');
  throw new ProblemError([
    {
      severity: 'error',
      code: 'foreign-files',
      message: `the folder holds files that are no part of a site: ${foreign.length}`,
      value: named,
      hint: 'Choose an empty or a new folder with --out; nothing there was touched.',
      place: { file: target },
    },
  ]);
}

/** Two renames; what stood there is removed once the new site has its name. */
function takePlace(temporary: string, target: string): void {
  const old = `${temporary}.old`;
  const stood = existsSync(target);
  if (stood) renameSync(target, old);
  try {
    renameSync(temporary, target);
  } catch (error) {
    if (stood) renameSync(old, target);
    throw error;
  }
  rmSync(old, { recursive: true, force: true });
}
