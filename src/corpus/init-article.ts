/** `clew init NAME --text FILE`: a new article's folder, ready to fill, and the dataset's own file where there is none. */
import { link, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { posix } from 'node:path';
import { CodePointText, ID_PATTERN, type Place, ProblemError } from '../model/index.ts';
import { usualTag } from './check-text.ts';
import { decodeUtf8 } from './decode.ts';
import { type FoundParagraphs, findParagraphs } from './find-paragraphs.ts';
import { sha256 } from './find-sources.ts';
import { articleTemplate, claimsTemplate, datasetTemplate, entitiesTemplate } from './init-templates.ts';
import { ProblemList } from './problem-list.ts';
import { codeOf, isMissing, readText, reportRefusal } from './read-file.ts';
import { RESERVED_IDS } from './read-head.ts';
import { type DatasetRecord, datasetSchema } from './schema.ts';
import { checkShape } from './shape.ts';
import { readYaml } from './yaml-source.ts';

export interface InitOptions {
  /** Day of issue for a new dataset, `2031-05-04`. */
  readonly today: string;
  /** Language of the text; default `en`. */
  readonly language?: string;
  /** Languages of a new dataset; default English and the text's. An existing dataset keeps its own. */
  readonly languages?: readonly string[];
}
export const INIT_DEFAULTS = { language: 'en' };

export interface InitReport {
  /** What was written, in the order in which it is to be filled in. */
  readonly files: readonly string[];
  readonly sha256: string;
  readonly codePoints: number;
  readonly paragraphs: number;
  readonly separatedBy: FoundParagraphs['separatedBy'];
}

/**
 * Writes the new files. The article's folder appears whole or not at all, and nothing that exists is touched.
 * @throws ProblemError with all that stands in the way
 */
export async function initArticle(
  dir: string,
  name: string,
  textFile: string,
  options: InitOptions,
): Promise<InitReport> {
  const { language, languages: wanted, today } = { ...INIT_DEFAULTS, ...options };
  const problems = new ProblemList();
  const folder = posix.normalize(dir);
  checkName(name, problems);
  for (const tag of [language, ...(wanted ?? [])]) {
    const usual = usualTag(tag);
    if (usual === tag) continue;
    const hint = usual === undefined ? 'use BCP 47, e.g. en, vi, zh-Hant' : `write \`${usual}\``;
    problems.error('bad-language', 'this is not a language tag', { value: tag, hint });
  }
  const source = await readSource(textFile, problems);
  const existing = await readExisting(folder, name, problems);
  if (problems.errors > 0 || source === undefined) throw new ProblemError(problems.sorted());

  const languages = existing?.languages ?? wanted ?? [...new Set(['en', language])];
  const text = new CodePointText(source.text);
  const found = findParagraphs(source.text);
  const article = { id: name, language, languages, sha256: source.sha256, text, found };
  const files: string[] = [];
  try {
    await mkdir(folder, { recursive: true });
    const own = posix.join(folder, 'dataset.yaml');
    if (existing?.languages === undefined && (await writeNew(own, datasetTemplate(name, languages, today)))) {
      files.push(own);
    }
    await writeFolder(folder, name, {
      'article.yaml': articleTemplate(article),
      'entities.yaml': entitiesTemplate(article),
      'claims.yaml': claimsTemplate(article),
    });
  } catch (error) {
    reportWriting(error, posix.join(folder, name), problems);
    throw new ProblemError(problems.sorted());
  }
  files.push(
    ...['article.yaml', 'entities.yaml', 'claims.yaml'].map((file) => posix.join(folder, name, file)),
  );
  return {
    files,
    sha256: source.sha256,
    codePoints: text.length,
    paragraphs: found.spans.length,
    separatedBy: found.separatedBy,
  };
}

function checkName(name: string, problems: ProblemList): void {
  if (!ID_PATTERN.test(name)) {
    const hint =
      'use letters from A to Z, digits, - and _, beginning with a letter or digit; names of JavaScript such as toString are taken';
    problems.error('bad-id', 'the name is not a legal id', { value: name, hint });
  } else if (RESERVED_IDS.includes(name.toLowerCase())) {
    const hint = 'it names a graph of the exports: choose another';
    problems.error('reserved-id', 'no article may have this id', { value: name, hint });
  }
}

async function readSource(
  file: string,
  problems: ProblemList,
): Promise<{ text: string; sha256: string } | undefined> {
  const place: Place = { file };
  let bytes: Uint8Array;
  try {
    bytes = await readFile(file);
  } catch (error) {
    reportRefusal(error, file, 'name the plain text file of the article', problems);
    return undefined;
  }
  const decoded = decodeUtf8(bytes, file);
  if ('problem' in decoded) {
    const { place: at, value, hint } = decoded.problem;
    problems.error('not-utf8', 'the text is not UTF-8 from here on', { place: at, value, hint });
  } else if (decoded.text.trim() === '') {
    problems.error('empty-text', 'the text is empty', {
      place,
      hint: 'name the plain text file of the article',
    });
  } else {
    return { text: decoded.text, sha256: sha256(bytes) };
  }
  return undefined;
}

/** What the folder says already: its languages, where it has a dataset. Reports an article of the new one's name. */
async function readExisting(
  folder: string,
  name: string,
  problems: ProblemList,
): Promise<{ languages: readonly string[] | undefined } | undefined> {
  let names: string[];
  try {
    names = await readdir(folder);
  } catch (error) {
    if (!isMissing(error)) reportRefusal(error, folder, 'name another data folder', problems);
    return undefined;
  }
  const taken = names.find((entry) => entry.toLowerCase() === name.toLowerCase());
  if (taken !== undefined) {
    const hint = 'choose another name, or move the folder away; nothing was written';
    problems.error('already-there', 'an article of this name is there already', {
      place: { file: posix.join(folder, taken) },
      value: name,
      hint,
    });
  }
  if (!names.includes('dataset.yaml')) return { languages: undefined };
  const file = posix.join(folder, 'dataset.yaml');
  const text = await readText(file, '', problems);
  const part = text === undefined ? undefined : readYaml(text, file, problems);
  if (part === undefined) return undefined;
  const shape = checkShape(part, datasetSchema, 'dataset', problems);
  return shape.sound('languages') ? { languages: (part.value as DatasetRecord).languages } : undefined;
}

/** @returns false where the file is there already: it is left alone */
async function writeNew(file: string, text: string): Promise<boolean> {
  const draft = `${file}.new-${process.pid}`;
  await writeFile(draft, text, { flag: 'wx' });
  try {
    // Unlike a rename, a link never replaces a file.
    await link(draft, file);
    return true;
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
    return false;
  } finally {
    await rm(draft, { force: true });
  }
}

/** The folder is filled beside its place and then renamed, which fails where a folder with files has come in between. */
async function writeFolder(
  folder: string,
  name: string,
  files: Readonly<Record<string, string>>,
): Promise<void> {
  const draft = posix.join(folder, `.${name}-${process.pid}`);
  await mkdir(draft);
  try {
    for (const [file, text] of Object.entries(files))
      await writeFile(posix.join(draft, file), text, { flag: 'wx' });
    await rename(draft, posix.join(folder, name));
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    throw error;
  }
}

function reportWriting(error: unknown, file: string, problems: ProblemList): void {
  const code = codeOf(error);
  if (code === undefined) throw error;
  const known: Readonly<Record<string, readonly [message: string, hint: string]>> = {
    EACCES: ['you have no permission to write here', 'allow it, or name another data folder'],
    EPERM: ['you have no permission to write here', 'allow it, or name another data folder'],
    EROFS: ['this disk can only be read', 'name another data folder'],
    ENOSPC: ['the disk is full', 'make room, and try again; nothing of the article was written'],
    EEXIST: ['something of this name is in the way', 'choose another name'],
    ENOTEMPTY: ['something of this name is in the way', 'choose another name'],
    ENOTDIR: ['something of this name is in the way', 'choose another name'],
  };
  const [message, hint] = known[code] ?? [
    `the system cannot write this (${code})`,
    'name another data folder',
  ];
  problems.error('cannot-write', message, { place: { file }, hint });
}
