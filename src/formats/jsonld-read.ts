/** Reader of JSON-LD. Contexts must stand in the text: no address is ever asked. */
import { JsonLdParser } from 'jsonld-streaming-parser';
import { type Prefixes, type Problem, ProblemError } from '../model/index.ts';
import type { Quad } from '../rdf/index.ts';
import { jsonErrorPlace } from './json-place.ts';
import { keepAllTerms, mendTags } from './jsonld-terms.ts';
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
  const prefixes = declaredPrefixes(parsed(text, file));
  let remote: string | undefined;
  const parser = new JsonLdParser({
    processingMode: '1.1',
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
      return value === undefined ? undefined : { code: 'bad-syntax', message: said, value };
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
  const problems = [...(mended?.problems ?? []), ...keys, ...read.problems, ...leftOut];
  return { ...read, problems, prefixes };
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
