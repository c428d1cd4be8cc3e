/** Quads that others wrote, in any syntax of RDF, as they stand: nothing of them passes through the claim model. */
import type { Prefixes } from '../model/index.ts';
import {
  isIri,
  isPrefixName,
  type Quad,
  quad,
  rdfPrefixes,
  sortedQuads,
  sortedTriples,
  usedPrefixes,
} from '../rdf/index.ts';
import type { RdfSyntax } from './dataset-rdf.ts';
import { writeJsonLd } from './jsonld.ts';
import { LossCounter, type LossReport } from './losses.ts';
import { LOST_GRAPHS, writeNQuads, writeNTriples } from './nquads.ts';
import { writeRdfXml } from './rdfxml.ts';
import type { Sink } from './sink.ts';
import { writeTriG, writeTurtle } from './turtle.ts';

export interface ForeignRdfOptions {
  /** As the file declares them: what no syntax may declare is left out, and its IRIs are written in full. */
  readonly prefixes: Prefixes;
  /** Escape everything beyond ASCII. */
  readonly ascii: boolean;
  /** Replace characters that XML cannot hold, in place of refusing them. */
  readonly repair: boolean;
}
export const FOREIGN_RDF_DEFAULTS: ForeignRdfOptions = { prefixes: {}, ascii: false, repair: false };

/**
 * Writes each quad once, in the order of all outputs; blank nodes keep their labels. Syntaxes without graphs leave the
 * names of graphs out, and count them as lost.
 *
 * @throws ProblemError with everything that the syntax cannot hold
 */
export async function writeForeignRdf(
  quads: readonly Quad[],
  syntax: RdfSyntax,
  sink: Sink,
  options: Partial<ForeignRdfOptions> = {},
): Promise<LossReport> {
  const { prefixes: declared, ascii, repair } = { ...FOREIGN_RDF_DEFAULTS, ...options };
  const prefixes = usedPrefixes(quads, rdfPrefixes({ prefixes: soundPrefixes(declared) }));
  const whole = sortedQuads(quads);
  if (syntax === 'trig') return writeTriG(whole, sink, { ascii, prefixes });
  if (syntax === 'nquads') return writeNQuads(whole, sink, { ascii });
  if (syntax === 'jsonld') return writeJsonLd(whole, sink, { ascii, prefixes });
  const losses = new LossCounter();
  losses.add(LOST_GRAPHS, whole.filter(({ graph }) => graph.termType !== 'DefaultGraph').length);
  const union = sortedTriples(whole).map(({ subject, predicate, object }) =>
    quad(subject, predicate, object),
  );
  const write = () => {
    if (syntax === 'turtle') return writeTurtle(union, sink, { ascii, prefixes });
    if (syntax === 'ntriples') return writeNTriples(union, sink, { ascii });
    return writeRdfXml(union, sink, { ascii, repair, prefixes });
  };
  return { losses: [...losses.report().losses, ...(await write()).losses] };
}

/** Of names for one namespace the first. */
function soundPrefixes(declared: Prefixes): Prefixes {
  const sound = new Map<string, string>();
  for (const [name, namespace] of Object.entries(declared)) {
    if (isPrefixName(name) && isIri(namespace) && !sound.has(namespace)) sound.set(namespace, name);
  }
  return Object.fromEntries([...sound].map(([namespace, name]) => [name, namespace]));
}
