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
import { mendPart } from './mend-part.ts';
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
  /** Mends illegal terms and characters before they are read, each with a warning; default: they are errors. */
  readonly repair?: boolean;
}
export const LOAD_DEFAULTS = {
  ontologyDir: fileURLToPath(new URL('../../ontology', import.meta.url)),
  repair: false,
};

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
  const { ontologyDir, repair } = { ...LOAD_DEFAULTS, ...options };
  const folder = posix.normalize(dir);
  const problems = new ProblemList();
  const read = partReader(problems, repair);
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
  const own = await readOwnFields(read, folder, ontologyDir, places, problems);
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
    const source = await readFolder(read, posix.join(folder, name));
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
    ? await readDecisions(read, folder, entitiesAreKnown ? agreement.ids() : undefined, places, problems)
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
  const { ontologyDir, repair } = { ...LOAD_DEFAULTS, ...options };
  const problems = new ProblemList();
  const read = partReader(problems, repair);
  const settings = await readOwnFields(read, posix.normalize(dir), ontologyDir, new SourcePlaces(), problems);
  return {
    ...(settings !== undefined && problems.errors === 0 && { settings }),
    problems: problems.sorted(),
  };
}

/** Reads one file; `undefined` after reporting that it is missing or no YAML. */
type PartReader = (file: string, hint: string) => Promise<SourcePart | undefined>;

function partReader(problems: ProblemList, repair: boolean): PartReader {
  return async (file, hint) => {
    const text = await readText(file, hint, problems);
    const part = text === undefined ? undefined : readYaml(text, file, problems);
    return part !== undefined && repair ? mendPart(part, problems) : part;
  };
}

async function readOwnFields(
  read: PartReader,
  folder: string,
  ontologyDir: string,
  places: SourcePlaces,
  problems: ProblemList,
) {
  const part = await read(posix.join(folder, 'dataset.yaml'), `write it, or ${START}`);
  if (part === undefined) return undefined;
  places.setDataset(part.place([]));
  return readDataset(part, folder, ontologyDir, problems);
}

async function readDecisions(
  read: PartReader,
  folder: string,
  known: ReadonlySet<string> | undefined,
  places: SourcePlaces,
  problems: ProblemList,
): Promise<IdentityDecision[]> {
  const part = await read(posix.join(folder, 'identity.yaml'), '');
  return part === undefined ? [] : readIdentity(part, known, places, problems);
}

/** The three files of one article. */
async function readFolder(read: PartReader, folder: string): Promise<ArticleSource> {
  const of = (name: string, hint: string) => read(posix.join(folder, name), hint);
  return {
    article: await of(
      'article.yaml',
      'every folder here is an article: write the file, or move the folder away',
    ),
    entities: await of('entities.yaml', 'write the file; it may hold an empty list: []'),
    claims: await of('claims.yaml', 'write the file; it may hold an empty list: []'),
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
