/** `dataset.yaml`: what holds for all articles, and the ontologies that it names. */
import { posix } from 'node:path';
import { compareCodePoints, type Dataset, type Prefixes } from '../model/index.ts';
import { readOntologies } from '../ontology/index.ts';
import { checkIri, checkPrefix } from './check-iri.ts';
import { checkLanguageTag, readLangMap } from './check-text.ts';
import { isCalendarDay } from './check-time.ts';
import type { ProblemList } from './problem-list.ts';
import { readText } from './read-file.ts';
import { type DatasetRecord, datasetSchema } from './schema.ts';
import { checkShape, type Shape } from './shape.ts';
import type { SourcePart } from './source.ts';
import { DATATYPE_PREFIXES, Vocabulary } from './vocabulary.ts';

/** The ontologies that ship with Clew, by the names that dataset.yaml may use for them. */
export const SHIPPED_ONTOLOGIES: Readonly<Record<string, string>> = {
  'clew:core': 'clew.ttl',
  'clew:news': 'news.ttl',
};

export interface DatasetReading {
  /** Everything but articles and identity; complete only where no problem was reported. */
  readonly fields: Omit<Dataset, 'articles' | 'identity'>;
  readonly vocabulary: Vocabulary;
}

/** What articles are read with where dataset.yaml itself could not be read: no name is known, no language needed. */
export function emptyVocabulary(): Vocabulary {
  return new Vocabulary({ classes: {}, properties: {} }, {}, false);
}

/**
 * Reads the dataset's own fields and its ontologies; `undefined` where too little can be read to go on with.
 * @param folder where dataset.yaml lies, for the paths of ontologies
 * @param ontologyDir where the shipped ontologies lie
 */
export async function readDataset(
  part: SourcePart,
  folder: string,
  ontologyDir: string,
  problems: ProblemList,
): Promise<DatasetReading | undefined> {
  const shape = checkShape(part, datasetSchema, 'dataset', problems);
  if (!shape.holds()) return undefined;
  const raw = part.value as DatasetRecord;
  const errors = problems.errors;
  const languages = readLanguages(raw, part, shape, problems);
  const texts = { style: 'name', required: [] } as const;
  const title = shape.sound('title')
    ? readLangMap(raw.title, { ...texts, wished: languages, noun: 'the title' }, part, ['title'], problems)
    : undefined;
  const description = shape.sound('description')
    ? readLangMap(
        raw.description,
        { ...texts, style: 'prose', wished: languages, noun: 'the description' },
        part,
        ['description'],
        problems,
      )
    : undefined;
  if (shape.sound('base') && checkIri(raw.base, part, ['base'], problems) && !/[/#]$/.test(raw.base)) {
    const hint = `write ${raw.base}/`;
    problems.error('bad-iri', 'the base must end in / or #', {
      place: part.place(['base']),
      value: raw.base,
      hint,
    });
  }
  if (shape.sound('licence')) checkIri(raw.licence, part, ['licence'], problems);
  checkDays(raw, part, shape, problems);
  const prefixes = readPrefixes(raw, part, shape, problems);
  const vocabulary = await readVocabulary(raw, part, shape, { folder, ontologyDir, prefixes }, problems);
  if (problems.errors > errors && languages.length === 0) return undefined;
  const fields = {
    id: raw.id,
    base: raw.base,
    title: title ?? {},
    description: description ?? {},
    licence: raw.licence,
    languages,
    prefixes: vocabulary.prefixes,
    issued: raw.issued,
    modified: raw.modified,
    ontology: vocabulary.index,
  };
  return { fields, vocabulary };
}

function readLanguages(raw: DatasetRecord, part: SourcePart, shape: Shape, problems: ProblemList): string[] {
  if (!shape.sound('languages')) return [];
  return raw.languages.filter((tag, index) => {
    if (!checkLanguageTag(tag, part, ['languages', index], problems)) return false;
    if (raw.languages.indexOf(tag) === index) return true;
    const place = part.place(['languages', index]);
    problems.error('duplicate-language', 'the language stands here twice', {
      place,
      value: tag,
      hint: 'keep one',
    });
    return false;
  });
}

function checkDays(raw: DatasetRecord, part: SourcePart, shape: Shape, problems: ProblemList): void {
  const sound = (['issued', 'modified'] as const).filter((field) => {
    if (!shape.sound(field)) return false;
    if (isCalendarDay(raw[field])) return true;
    const place = part.place([field]);
    const hint = 'write year, month and day: 2024-08-13';
    problems.error('bad-time', 'this is not a day of the calendar', { place, value: raw[field], hint });
    return false;
  });
  if (sound.length === 2 && raw.modified < raw.issued) {
    const place = part.place(['modified']);
    const hint = `it was issued on ${raw.issued}`;
    problems.error('bad-time', 'the dataset was modified before it was issued', {
      place,
      value: raw.modified,
      hint,
    });
  }
}

function readPrefixes(raw: DatasetRecord, part: SourcePart, shape: Shape, problems: ProblemList): Prefixes {
  if (!shape.sound('prefixes')) return {};
  const entries = Object.entries(raw.prefixes ?? {});
  return Object.fromEntries(
    entries.filter(([prefix, iri]) => checkPrefix(prefix, iri, part, ['prefixes', prefix], problems)),
  );
}

async function readVocabulary(
  raw: DatasetRecord,
  part: SourcePart,
  shape: Shape,
  { folder, ontologyDir, prefixes }: { folder: string; ontologyDir: string; prefixes: Prefixes },
  problems: ProblemList,
): Promise<Vocabulary> {
  if (!shape.sound('ontologies')) return emptyVocabulary();
  const sources: { file: string; text: string }[] = [];
  for (const [index, name] of raw.ontologies.entries()) {
    const shipped = Object.hasOwn(SHIPPED_ONTOLOGIES, name) ? SHIPPED_ONTOLOGIES[name] : undefined;
    const place = part.place(['ontologies', index]);
    if (shipped === undefined && name.startsWith('clew:')) {
      const known = Object.keys(SHIPPED_ONTOLOGIES);
      const hint = problems.suggest(name, known, `the shipped ones are ${known.join(' and ')}`);
      problems.error('unknown-ontology', 'no ontology of this name ships with Clew', {
        place,
        value: name,
        hint,
      });
      continue;
    }
    const file = shipped === undefined ? posix.join(folder, name) : posix.join(ontologyDir, shipped);
    const hint = `named in ${place.file}:${place.line} as \`${name}\`: write its path relative to that file`;
    const text = await readText(file, hint, problems);
    // Messages call a shipped ontology by its name: its path differs from machine to machine.
    if (text !== undefined) sources.push({ file: shipped === undefined ? file : name, text });
  }
  const {
    index,
    prefixes: all,
    problems: found,
  } = readOntologies(sources, { ...DATATYPE_PREFIXES, ...prefixes });
  problems.addAll(found);
  const isComplete =
    sources.length === raw.ontologies.length && !found.some(({ severity }) => severity === 'error');
  const sorted = Object.entries(all).sort(([a], [b]) => compareCodePoints(a, b));
  return new Vocabulary(index, Object.fromEntries(sorted), isComplete);
}
