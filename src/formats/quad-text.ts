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

/** One syntax: gathers the text of quads that come one after the other. Made anew for every file. */
export interface QuadText {
  /** What was gathered, in parts of about {@link CHUNK} code units or less; whoever takes it leaves the list empty. */
  readonly chunks: string[];
  begin(): void;
  /** May hold text back until a later call. */
  add(subject: Subject, predicate: NamedNode, object: Term, graph: Graph): void;
  /** Whatever was held back is in the chunks now. */
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
    return flush(text.chunks, sink);
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
    const full = flush(text.chunks, sink);
    if (full !== undefined) await full;
  }
  return finish(text, sink, losses);
}

/** A promise where the sink is full. */
function flush(chunks: string[], sink: Sink): void | Promise<void> {
  for (let next = 0; next < chunks.length; ) {
    const full = sink.write(chunks[next]!);
    next += 1;
    if (full === undefined) continue;
    chunks.splice(0, next);
    return full.then(() => flush(chunks, sink));
  }
  chunks.length = 0;
}

async function finish(text: QuadText, sink: Sink, losses: LossCounter): Promise<LossReport> {
  text.end();
  await flush(text.chunks, sink);
  await sink.end();
  return losses.report();
}
