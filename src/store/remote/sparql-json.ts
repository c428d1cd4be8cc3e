/** Results of a SELECT as SPARQL 1.1 JSON, read with no trust in the server. */
import { StoreError } from './store-error.ts';

export interface JsonTerm {
  /** `triple` is a triple term of RDF 1.2. */
  readonly type: 'uri' | 'bnode' | 'literal' | 'triple';
  readonly value: string;
  /** Empty where there is none. */
  readonly language: string;
  /** Absent for plain strings. */
  readonly datatype?: string;
  /** Of a triple term. */
  readonly parts?: Readonly<Record<'subject' | 'predicate' | 'object', JsonTerm>>;
}
export type Row = Readonly<Record<string, JsonTerm>>;

/** @param said the text as messages may show it. @throws StoreError where the text is no such result */
export function readRows(text: string, purpose: string, said = text): readonly Row[] {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    parsed = undefined;
  }
  const bindings = field(field(parsed, 'results'), 'bindings');
  if (!Array.isArray(bindings)) throw unreadable(said, purpose);
  return bindings.map((binding) => {
    if (typeof binding !== 'object' || binding === null) throw unreadable(said, purpose);
    return Object.fromEntries(
      Object.entries(binding).map(([name, term]) => {
        const read = readTerm(term);
        if (read === undefined) throw unreadable(said, purpose);
        return [name, read];
      }),
    );
  });
}

function readTerm(term: unknown): JsonTerm | undefined {
  const [type, value] = [field(term, 'type'), field(term, 'value')];
  if (type === 'triple') return readTriple(value);
  if (typeof value !== 'string') return undefined;
  if (type === 'uri' || type === 'bnode') return { type, value, language: '' };
  // Virtuoso still says typed-literal, a name from before the recommendation.
  if (type !== 'literal' && type !== 'typed-literal') return undefined;
  const [language, datatype] = [field(term, 'xml:lang'), field(term, 'datatype')];
  return {
    type: 'literal',
    value,
    language: typeof language === 'string' ? language : '',
    ...(typeof datatype === 'string' && { datatype }),
  };
}

/** SPARQL 1.2 Query Results JSON Format, section 3.2.2. */
function readTriple(value: unknown): JsonTerm | undefined {
  const [subject, predicate, object] = ['subject', 'predicate', 'object'].map((part) =>
    readTerm(field(value, part)),
  );
  if (subject === undefined || predicate === undefined || object === undefined) return undefined;
  return { type: 'triple', value: '', language: '', parts: { subject, predicate, object } };
}

function field(of: unknown, name: string): unknown {
  return typeof of === 'object' && of !== null ? (of as Record<string, unknown>)[name] : undefined;
}

/** @param text the beginning of what it said */
export function unreadable(text: string, purpose: string): StoreError {
  return new StoreError({
    code: 'store-unreadable',
    message: `the store gave no SPARQL results in JSON when asked to ${purpose}`,
    hint: 'See that the address is that of a SPARQL endpoint; --store names the kind of store where it is not recognised.',
    said: text,
  });
}
