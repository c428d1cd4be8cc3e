/** What every reader of foreign files shares: what a dataset is called that nobody has described, and its ids. */
import type { Article, Dataset } from './dataset.ts';
import { ID_PATTERN, type Prefixes } from './iri.ts';
import { compareCodePoints, type LangMap, NO_LANGUAGE } from './language.ts';
import type { LossReport } from './losses.ts';

export interface ForeignOptions {
  /** The dataset's id; see {@link idOf}. Default `opened`. */
  readonly id: string;
  /** Under which the dataset's own IRIs are minted. Default `https://clew.invalid/<id>/`, which never resolves (RFC 2606). */
  readonly base?: string;
  /** Default: the id. */
  readonly title?: LangMap;
  /** Languages of labels in order of preference, before those that occur in the file, most frequent first. */
  readonly languages?: readonly string[];
  /** Prefixes that the file declares. */
  readonly prefixes?: Prefixes;
}
export const FOREIGN_DEFAULTS: ForeignOptions = { id: 'opened' };

/** Where a file has its entities, by id. */
export type EntityPlaces = ReadonlyMap<string, { readonly x: number; readonly y: number }>;

/** A foreign file as a dataset; `losses` is what of the file it does not hold. */
export interface ForeignDataset extends LossReport {
  readonly dataset: Dataset;
  readonly places: EntityPlaces;
}

/** “Copyright not evaluated”, of rightsstatements.org: a file that is only opened says nothing that could be taken for more. */
const NOT_EVALUATED = 'http://rightsstatements.org/vocab/CNE/1.0/';
/** SHA-256 of no bytes: a foreign graph rests on no text. */
const EMPTY_TEXT = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

/** The dataset's description, as far as there is one. */
export function foreignHead(
  { id, base, title }: ForeignOptions,
  languages: readonly string[],
): Omit<Dataset, 'articles' | 'ontology' | 'prefixes'> {
  return {
    id,
    base: base ?? `https://clew.invalid/${id}/`,
    title: title ?? { [NO_LANGUAGE]: id },
    description: {},
    licence: NOT_EVALUATED,
    languages,
    issued: '',
    modified: '',
    identity: [],
  };
}

/** An article that stands for a file or a part of it: without text. */
export function foreignArticle(
  id: string,
  title: LangMap,
  entities: Article['entities'],
  claims: Article['claims'],
  url?: string,
): Article {
  return {
    id,
    title,
    titleIsOurs: true,
    ...(url !== undefined && { url }),
    language: NO_LANGUAGE,
    credits: [],
    text: { sha256: EMPTY_TEXT, codePoints: 0 },
    paragraphs: [],
    structure: [],
    entities,
    claims,
  };
}

/** Tags by preference: the wanted ones, then those that were met, most frequent first, texts without a language last. */
export function rankedLanguages(
  counts: ReadonlyMap<string, number>,
  wanted: readonly string[] = [],
): readonly string[] {
  const share = (tag: string) => (tag === NO_LANGUAGE ? 0 : counts.get(tag)!);
  const met = [...counts.keys()].sort((a, b) => share(b) - share(a) || compareCodePoints(a, b));
  const ranked = [...new Set([...wanted, ...met])];
  return ranked.length > 0 ? ranked : [NO_LANGUAGE];
}

/** The most characters of an id that is made from a text. */
const LONGEST = 64;

/**
 * A readable id made from any text: accents are taken off, runs of other characters become “-”; empty where nothing is left.
 * Of a file's name give the part before its ending.
 */
export function idOf(text: string): string {
  const plain = text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[^A-Za-z0-9_]+/g, '-')
    .replace(/^[-_]+|-+$/g, '')
    .slice(0, LONGEST)
    .replace(/-+$/, '');
  return plain === '' || ID_PATTERN.test(plain) ? plain : `x-${plain}`;
}

/**
 * Ids for keys, each its own though case is left aside (DESIGN section 4). A key proposes ids, the shortest first: it gets the
 * first that no other key proposes at the same place, else the last with a number. The order of the keys changes nothing
 * where ids are told apart by what they propose.
 *
 * @param taken ids, in lower case, that none may get
 */
export function distinctIds(
  proposals: ReadonlyMap<string, readonly string[]>,
  taken: Iterable<string> = [],
): Map<string, string> {
  const used = new Set(taken);
  const ids = new Map<string, string>();
  const next = new Map<string, number>();
  let open = [...proposals.keys()].sort(compareCodePoints);
  for (let round = 0; open.length > 0; round += 1) {
    const wanted = new Map<string, string[]>();
    const last: string[] = [];
    for (const key of open) {
      const id = proposals.get(key)![round];
      if (id === undefined) last.push(key);
      else {
        const rivals = wanted.get(id.toLowerCase());
        if (rivals) rivals.push(key);
        else wanted.set(id.toLowerCase(), [key]);
      }
    }
    open = [];
    for (const [folded, keys] of wanted) {
      if (keys.length > 1 || used.has(folded)) open.push(...keys);
      else {
        used.add(folded);
        ids.set(keys[0]!, proposals.get(keys[0]!)![round]!);
      }
    }
    for (const key of last) ids.set(key, numbered(proposals.get(key)!.at(-1) ?? 'x', used, next));
    open.sort(compareCodePoints);
  }
  return ids;
}

/** @param next by stem, the number that was not tried yet */
function numbered(stem: string, used: Set<string>, next: Map<string, number>): string {
  const folded = stem.toLowerCase();
  let n = next.get(folded) ?? 1;
  const id = () => (n === 1 ? stem : `${stem}-${n}`);
  while (used.has(id().toLowerCase())) n += 1;
  next.set(folded, n + 1);
  used.add(id().toLowerCase());
  return id();
}
