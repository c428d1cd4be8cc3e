/** What all writers of RDF syntaxes share: quads in, text out into a sink, at the sink's pace. */
import {
  type Batch,
  type ForeignQuad,
  type Graph,
  guardQuad,
  type NamedNode,
  type Subject,
  type Term,
  TermGuard,
} from '../rdf/index.ts';
import { LossCounter, type LossReport } from './losses.ts';
import type { Sink } from './sink.ts';

/** Quads of ours, or of any library in the shape of RDF/JS. */
export type QuadSource = Iterable<ForeignQuad> | AsyncIterable<ForeignQuad>;

/**
 * Code units gathered before the sink sees them. Not more than 48 K: with one character beyond Latin-1 a string takes two
 * bytes a unit, and V8 gives strings above 128 kB memory of their own, which halves the speed.
 */
const CHUNK = 32 * 1024;

/** One syntax: gathers the text of quads that come one after the other. Made anew for every file. */
export interface QuadText {
  /** What was gathered; whoever takes it sets it back to the empty string. */
  text: string;
  begin(): void;
  /** May hold text back until a later call. */
  add(subject: Subject, predicate: NamedNode, object: Term, graph: Graph): void;
  end(): void;
}

/** A text that can forget what was added last. */
export interface UndoableText extends QuadText {
  /** The text as it stands, to come back to before anything else is done with it. */
  save(): () => void;
}

export interface QuadWriteOptions {
  /** Guards quads that are not ours; by default they are refused where a syntax cannot hold them. */
  readonly guard?: TermGuard;
}

/**
 * Writes quads in their order. Nothing is kept but a chunk of text. Quads of other libraries pass the term guard.
 *
 * @throws ProblemError with every term that was refused; the sink is then not ended
 */
export async function writeQuads(
  quads: QuadSource,
  text: QuadText,
  sink: Sink,
  options: QuadWriteOptions = {},
  losses = new LossCounter(),
): Promise<LossReport> {
  const guard = options.guard ?? new TermGuard({ own: false });
  let number = 0;
  const add = (foreign: ForeignQuad): void | Promise<void> => {
    number += 1;
    const quad = guardQuad(foreign, guard, number);
    if (quad === undefined || guard.refused > 0) return;
    text.add(quad.subject, quad.predicate, quad.object, quad.graph);
    return flush(text, sink);
  };
  text.begin();
  if (Symbol.asyncIterator in quads) {
    for await (const quad of quads) await add(quad);
  } else {
    for (const quad of quads) {
      const full = add(quad);
      if (full !== undefined) await full;
    }
  }
  guard.finish();
  return finish(text, sink, losses);
}

/** Writes batches of our own quads; of those that are `undefined` the text has them already. */
export async function writeBatches(
  batches: Iterable<Batch>,
  text: QuadText,
  sink: Sink,
  losses = new LossCounter(),
): Promise<LossReport> {
  text.begin();
  for (const batch of batches) {
    if (batch !== undefined) {
      for (const { subject, predicate, object, graph } of batch) text.add(subject, predicate, object, graph);
    }
    const full = flush(text, sink);
    if (full !== undefined) await full;
  }
  return finish(text, sink, losses);
}

function flush(text: QuadText, sink: Sink): void | Promise<void> {
  if (text.text.length < CHUNK) return;
  const chunk = text.text;
  text.text = '';
  return sink.write(chunk);
}

async function finish(text: QuadText, sink: Sink, losses: LossCounter): Promise<LossReport> {
  text.end();
  if (text.text !== '') await sink.write(text.text);
  await sink.end();
  return losses.report();
}
