/** Reader of JSON-LD. Contexts must stand in the text: no address is ever asked. */
import { JsonLdParser } from 'jsonld-streaming-parser';
import { type Prefixes, type Problem, ProblemError } from '../model/index.ts';
import type { Quad } from '../rdf/index.ts';
import { jsonErrorPlace, jsonValuePlace } from './json-place.ts';
import { misreadPart } from './jsonld-limits.ts';
import { listsInTheirGraphs } from './jsonld-lists.ts';
import { keepAllTerms, mendTags } from './jsonld-terms.ts';
import { keepAllValues } from './jsonld-values.ts';
import { mendJsonLanguages, valuePlace } from './mend-text.ts';
import { type ParserStream, parseByStream } from './parser-stream.ts';
import { QUAD_READ_DEFAULTS, type QuadReading, type QuadReadOptions } from './quad-reader.ts';

/**
 * All quads of a text.
 *
 * @throws ProblemError for what is no JSON, no JSON-LD, asks for a context at an address, or has terms that no syntax can write
 */
export async function readJsonLd(
  text: string,
  options: Partial<QuadReadOptions> = {},
): Promise<QuadReading & { readonly quads: readonly Quad[] }> {
  const { file, repair } = { ...QUAD_READ_DEFAULTS, ...options };
  const root = parsed(text, file);
  const prefixes = declaredPrefixes(root);
  const misread = misreadPart(root, text, file);
  if (misread !== undefined) throw new ProblemError([misread]);
  let remote: string | undefined;
  const parser = new JsonLdParser({
    processingMode: '1.1',
    // A proposal that RDF 1.2 did not take up: with it a node with an object for its "@id" would say nothing, in silence.
    rdfstar: false,
    // Tags that are none and keywords that are unknown are refused, where they would be left out in silence.
    strictValues: true,
    // Contexts may come after what they explain: JSON objects have no order.
    streamingProfile: false,
    ...(options.base === undefined ? {} : { baseIRI: options.base }),
    documentLoader: {
      load: (address: string) => {
        remote = address;
        return Promise.reject(new Error('no address is asked'));
      },
    },
  });
  const mended = repair ? mendJsonLanguages(text, file) : undefined;
  const unmapped = new Set<string>();
  keepAllTerms(parser, (key) => unmapped.add(key));
  const path = lastPath(parser);
  const undirected = new Set<string>();
  keepAllValues(parser, (value) => undirected.add(value));
  const tags = new Map<string, string>();
  if (repair) mendTags(parser, (tag, legal) => tags.set(tag, legal));
  const read = await parseByStream(
    mended?.text ?? text,
    parser as unknown as ParserStream,
    { ...options, file },
    ({ message }) => {
      if (remote !== undefined) {
        return {
          code: 'remote-context',
          message: 'the text asks for a context at an address, and no address is asked',
          value: remote,
          hint: 'Put what stands at the address in its place as the value of "@context".',
        };
      }
      const [, said = message, value] = /^(.*), got '"(.*)"'$/s.exec(message) ?? [];
      if (value !== undefined) return { code: 'bad-syntax', message: said, value };
      return { code: 'bad-syntax', message: message.replace(/\.$/, ''), ...jsonValuePlace(text, path()) };
    },
    true,
  );
  const leftOut = [...unmapped].map(
    (key): Problem => ({
      severity: 'warning',
      code: 'unmapped-key',
      message: 'no context says what this key means: what it says is left out',
      value: key,
      hint: 'Map it in "@context", or give the context an "@vocab".',
      place: { file, ...valuePlace(text, key) },
    }),
  );
  const directions = [...undirected].map(
    (value): Problem => ({
      severity: 'warning',
      code: 'direction-without-language',
      message: 'a text has a direction but no language, and RDF keeps one only with the other',
      value,
      hint: 'The text is read without; give it an "@language".',
      place: { file, ...valuePlace(text, value) },
    }),
  );
  const keys = [...tags].map(
    ([value, tag]): Problem => ({
      severity: 'warning',
      code: 'repaired-language',
      message: 'a language is no BCP 47 tag',
      value,
      hint: `Written as ${tag}.`,
      place: { file, ...valuePlace(text, value) },
    }),
  );
  const problems = [...(mended?.problems ?? []), ...keys, ...read.problems, ...directions, ...leftOut];
  return { ...read, quads: listsInTheirGraphs(read.quads), problems, prefixes };
}

/** The path of keys and indexes to the value that the parser took last: its errors say nothing of where they are. */
function lastPath(parser: JsonLdParser): () => (string | number)[] {
  let last: readonly unknown[] = [];
  const own = parser as unknown as {
    newOnValueJob(keys: readonly unknown[], ...rest: unknown[]): Promise<void>;
  };
  const take = own.newOnValueJob.bind(parser);
  own.newOnValueJob = (keys, ...rest) => {
    last = keys;
    return take(keys, ...rest);
  };
  return () => last.slice(1) as (string | number)[];
}

function parsed(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const place = { file, ...jsonErrorPlace(text) };
    throw new ProblemError([{ severity: 'error', code: 'json-syntax', message: 'this is not JSON', place }]);
  }
}

/** Strings of the outermost context that end like namespaces. */
function declaredPrefixes(root: unknown): Prefixes {
  const context = (root as { readonly '@context'?: unknown } | null)?.['@context'];
  const entries = [context]
    .flat()
    .flatMap((part) => (typeof part === 'object' && part !== null ? Object.entries(part) : []));
  return Object.fromEntries(
    entries.flatMap(([name, value]) =>
      !name.startsWith('@') && typeof value === 'string' && /[/#:]$/.test(value) ? [[name, value]] : [],
    ),
  );
}
