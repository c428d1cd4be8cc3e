/** Reader of JSON-LD. Contexts must stand in the text: no address is ever asked. */
import { type Prefixes, ProblemError } from '../model/index.ts';
import type { ForeignQuad, Quad } from '../rdf/index.ts';
import { readGuarded } from './guarded-reading.ts';
import { parseJson } from './json-numbers.ts';
import { jsonErrorPlace, jsonValueLines, jsonValuePlace } from './json-place.ts';
import { ActiveContext } from './jsonld-active.ts';
import { JsonLdFault, pathOf, type Step } from './jsonld-place.ts';
import { JsonLdWalk } from './jsonld-walk.ts';
import { JsonLdWarnings } from './jsonld-warnings.ts';
import { mendJsonLanguages, valuePlace } from './mend-text.ts';
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
  const { file, repair, blankNodePrefix, onRead, lines } = { ...QUAD_READ_DEFAULTS, ...options };
  const root = parsed(text, file);
  let remote: string | undefined;
  const outermost = ActiveContext.outermost(options.base, (address) => {
    remote = address;
    return Promise.reject(new Error('no address is asked'));
  });
  const mended = repair ? mendJsonLanguages(text, file) : undefined;
  const warnings = new JsonLdWarnings({ repair });
  const { onUnmapped, onDirection, tag } = warnings;
  const read = await readGuarded(
    mended?.text ?? text,
    async (given, onQuad) => {
      const steps = new Map<Quad, Step | undefined>();
      const onQuadAt = (foreign: ForeignQuad, step: Step | undefined) => {
        const quad = onQuad(foreign);
        if (quad !== undefined && lines !== undefined) steps.set(quad, step);
      };
      const walk = new JsonLdWalk(
        { onQuad: onQuadAt, onUnmapped, onDirection, tag },
        { all: blankNodePrefix, made: freshPrefix(text) },
      );
      await walk.document(given === text ? root : parsed(given, file), outermost);
      if (lines !== undefined) tellLines(given, steps, lines);
      onRead?.(text.length);
    },
    { ...options, file },
    (error) => (remote === undefined ? faultOf(error, text) : remoteContext(remote, error, text)),
    true,
  );
  const problems = [
    ...(mended?.problems ?? []),
    ...warnings.mended(text, file),
    ...read.problems,
    ...warnings.leftOut(text, file),
  ];
  return { ...read, problems, prefixes: declaredPrefixes(root) };
}

type Fault = ReturnType<NonNullable<Parameters<typeof readGuarded>[3]>>;

function remoteContext(value: string, error: Error, text: string): Fault {
  return {
    code: 'remote-context',
    message: 'the text asks for a context at an address, and no address is asked',
    value,
    hint: 'Put what stands at the address in its place as the value of "@context".',
    // A relative address stands in the text as it was before its base.
    ...(valuePlace(text, value) ?? faultPlace(error, text)),
  };
}

function faultOf(error: Error, text: string): Fault {
  // Those are faults of the program.
  if (error instanceof TypeError || error instanceof RangeError) throw error;
  return {
    code: 'bad-syntax',
    message: error.message.replace(/\.$/, ''),
    ...(error instanceof JsonLdFault && error.value !== undefined && { value: error.value }),
    ...faultPlace(error, text),
  };
}

function faultPlace(error: Error, text: string) {
  return error instanceof JsonLdFault ? jsonValuePlace(text, pathOf(error.step)) : undefined;
}

function tellLines(
  text: string,
  steps: ReadonlyMap<Quad, Step | undefined>,
  lines: NonNullable<QuadReadOptions['lines']>,
): void {
  const quads = [...steps.keys()];
  const found = jsonValueLines(
    text,
    quads.map((quad) => pathOf(steps.get(quad))),
  );
  for (const [i, quad] of quads.entries()) {
    const line = found[i];
    if (line !== undefined) lines.set(quad, line);
  }
}

/** What no label of a blank node in the text begins with, however it is spelt or put together by a context. */
function freshPrefix(text: string): string {
  const plain = text.replace(/\\u00(3a|5f|6\d|3\d)/gi, (_, hex) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  let prefix = 'b';
  while (plain.includes(`_:${prefix}`) || new RegExp(`${prefix}\\d`).test(plain)) prefix += 'b';
  return prefix;
}

function parsed(text: string, file: string): unknown {
  try {
    return parseJson(text);
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
