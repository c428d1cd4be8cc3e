/** The data folder to a dataset: everything that is wrong with it at once, or the whole of it in canonical order. */
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  type Article,
  compareCodePoints,
  type Dataset,
  type IdentityDecision,
  type Problem,
} from '../model/index.ts';
import { AgreementCheck } from './check-agreement.ts';
import { checkCycles, checkLinkEnds } from './check-links.ts';
import { SourcePlaces } from './places.ts';
import { ProblemList } from './problem-list.ts';
import { readArticle } from './read-article.ts';
import { type DatasetReading, emptyVocabulary, readDataset } from './read-dataset.ts';
import { listFolder, readText } from './read-file.ts';
import { readIdentity } from './read-identity.ts';
import type { ClaimLink } from './read-values.ts';
import type { ArticleSource, SourcePart } from './source.ts';
import { readYaml } from './yaml-source.ts';

export interface LoadOptions {
  /** Where `clew:core` and `clew:news` lie; default: the package's own folder `ontology/`. */
  readonly ontologyDir?: string;
}
export const LOAD_DEFAULTS = { ontologyDir: fileURLToPath(new URL('../../ontology', import.meta.url)) };

export interface LoadedDataset {
  /** Present only where no problem is an error. */
  readonly dataset?: Dataset;
  /** All problems of all files, in reading order. */
  readonly problems: readonly Problem[];
  /** Where each part of the dataset was read; file names begin with the folder as it was given. */
  readonly places: SourcePlaces;
}

const START = 'start with `clew init NAME --text FILE`';

/** Reads `dataset.yaml`, `identity.yaml` and every article's folder. Never throws for bad input. */
export async function loadDataset(dir: string, options: LoadOptions = {}): Promise<LoadedDataset> {
  const { ontologyDir } = { ...LOAD_DEFAULTS, ...options };
  const folder = posix.normalize(dir);
  const problems = new ProblemList();
  const places = new SourcePlaces();
  const loading = (dataset?: Dataset): LoadedDataset => {
    return {
      ...(dataset !== undefined && problems.errors === 0 && { dataset }),
      problems: problems.sorted(),
      places,
    };
  };
  const entries = await listFolder(folder, `check the path, or ${START}`, problems);
  if (entries === undefined) return loading();
  if (entries.length === 0) {
    problems.error('empty-folder', 'the data folder is empty', { place: { file: folder }, hint: START });
    return loading();
  }
  const own = await readOwnFields(folder, ontologyDir, places, problems);
  const context = {
    vocabulary: own?.vocabulary ?? emptyVocabulary(),
    languages: own?.fields.languages ?? [],
    problems,
  };
  const names = entries.filter(({ isFolder }) => isFolder).map(({ name }) => name);
  if (names.length === 0) {
    problems.error('no-articles', 'the data folder holds no article', {
      place: { file: folder },
      hint: START,
    });
  }
  checkFolderNames(names, folder, problems);
  const agreement = new AgreementCheck(places, problems);
  const articles: Article[] = [];
  const claims = new Map<string, ReadonlySet<string> | undefined>();
  const links: ClaimLink[] = [];
  let entitiesAreKnown = true;
  for (const name of names) {
    const source = await readFolder(posix.join(folder, name), problems);
    const reading = readArticle(source, name, context);
    places.addArticle(reading.id, source);
    if (reading.id !== name) reportFolderName(source.article, name, reading.id, problems);
    claims.set(reading.id, reading.claimIds);
    links.push(...reading.links);
    if (reading.article !== undefined) articles.push(reading.article);
    if (reading.entities === undefined) entitiesAreKnown = false;
    else agreement.add(reading.id, reading.entities);
  }
  checkLinkEnds(links, claims, problems);
  checkCycles(links, problems);
  const hasIdentity = entries.some(({ name }) => name === 'identity.yaml');
  const identity = hasIdentity
    ? await readDecisions(folder, entitiesAreKnown ? agreement.ids() : undefined, places, problems)
    : [];
  if (own === undefined) return loading();
  articles.sort((a, b) => compareCodePoints(a.id, b.id));
  return loading({ ...own.fields, articles, identity });
}

export interface LoadedSettings {
  /** Present only where no problem is an error. */
  readonly settings?: DatasetReading;
  readonly problems: readonly Problem[];
}

/** Reads `dataset.yaml` and its ontologies alone: what a stream of articles is read with. Never throws for bad input. */
export async function loadSettings(dir: string, options: LoadOptions = {}): Promise<LoadedSettings> {
  const { ontologyDir } = { ...LOAD_DEFAULTS, ...options };
  const problems = new ProblemList();
  const settings = await readOwnFields(posix.normalize(dir), ontologyDir, new SourcePlaces(), problems);
  return {
    ...(settings !== undefined && problems.errors === 0 && { settings }),
    problems: problems.sorted(),
  };
}

async function readPart(file: string, hint: string, problems: ProblemList): Promise<SourcePart | undefined> {
  const text = await readText(file, hint, problems);
  return text === undefined ? undefined : readYaml(text, file, problems);
}

async function readOwnFields(
  folder: string,
  ontologyDir: string,
  places: SourcePlaces,
  problems: ProblemList,
) {
  const part = await readPart(posix.join(folder, 'dataset.yaml'), `write it, or ${START}`, problems);
  if (part === undefined) return undefined;
  places.setDataset(part.place([]));
  return readDataset(part, folder, ontologyDir, problems);
}

async function readDecisions(
  folder: string,
  known: ReadonlySet<string> | undefined,
  places: SourcePlaces,
  problems: ProblemList,
): Promise<IdentityDecision[]> {
  const part = await readPart(posix.join(folder, 'identity.yaml'), '', problems);
  return part === undefined ? [] : readIdentity(part, known, places, problems);
}

/** The three files of one article. */
export async function readFolder(folder: string, problems: ProblemList): Promise<ArticleSource> {
  const read = (name: string, hint: string) => readPart(posix.join(folder, name), hint, problems);
  return {
    article: await read(
      'article.yaml',
      'every folder here is an article: write the file, or move the folder away',
    ),
    entities: await read('entities.yaml', 'write the file; it may hold an empty list: []'),
    claims: await read('claims.yaml', 'write the file; it may hold an empty list: []'),
  };
}

function checkFolderNames(names: readonly string[], folder: string, problems: ProblemList): void {
  const folded = new Map<string, string>();
  for (const name of names) {
    const earlier = folded.get(name.toLowerCase());
    if (earlier !== undefined) {
      const place = { file: posix.join(folder, name) };
      const hint = `the other is \`${earlier}\`: rename one`;
      problems.error('duplicate-id', 'two articles differ in letter case alone', {
        place,
        value: name,
        hint,
      });
    }
    folded.set(name.toLowerCase(), name);
  }
}

function reportFolderName(
  part: SourcePart | undefined,
  name: string,
  id: string,
  problems: ProblemList,
): void {
  problems.error('folder-name', `the article's id differs from its folder's name \`${name}\``, {
    place: part?.place(['id']),
    value: id,
    hint: `rename the folder, or write \`id: ${name}\``,
  });
}
