/** Quads in any order and number, put in order on the disk: graph by graph, each triple once, with little in memory. */
import { createHash, type Hash } from 'node:crypto';
import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tripleLine } from '../../formats/index.ts';
import { compareCodePoints, ProblemError } from '../../model/index.ts';
import type { Quad } from '../../rdf/index.ts';
import type { GraphContent, GraphSource } from './graph-content.ts';
import { mergedLines } from './merged-lines.ts';

export interface SpillOptions {
  /** Bytes that are put in order at once where a graph's triples come in none. */
  readonly run: number;
  /** Bytes that all graphs together hold in memory before they go to the disk. */
  readonly held: number;
  /** Where the file lies; it is deleted as soon as it is open, where the system allows that. */
  readonly dir: string;
}
export const SPILL_DEFAULTS: SpillOptions = {
  // As much as a request takes at most.
  run: 10_000_000,
  held: 16 * 1024 * 1024,
  dir: tmpdir(),
};

/** Sorted lines on the disk: by UTF-16 units, which is all that a fixed order needs. */
interface Segment {
  readonly at: number;
  readonly bytes: number;
}

interface OpenGraph {
  /** Lines that are not on the disk yet: the last of them as text, those before it as UTF-8, which takes the least room. */
  text: string;
  bytes: Buffer[];
  size: number;
  /** The line that came last. */
  last: string;
  /** Whether all lines so far came in order, each once. */
  ordered: boolean;
  triples: number;
  readonly hash: Hash;
  /** Each is in order; the first holds all that came before anything was out of order. */
  readonly runs: Segment[][];
}

/** Bytes that are read at once. */
const BLOCK = 256 * 1024;
/** UTF-16 units that are gathered before they become bytes: a text keeps alive what its parts were cut from. */
const GATHERED = 32 * 1024;

export class GraphSpill {
  readonly #options: SpillOptions;
  readonly #dir: string;
  readonly #file: number;
  readonly #graphs = new Map<string, OpenGraph>();
  #held = 0;
  #end = 0;

  constructor(options: Partial<SpillOptions> = {}) {
    this.#options = { ...SPILL_DEFAULTS, ...options };
    const { dir } = this.#options;
    this.#dir = orNoRoom(dir, () => mkdtempSync(join(dir, 'clew-load-')));
    this.#file = orNoRoom(dir, () => openSync(join(this.#dir, 'triples'), 'wx+', 0o600));
    this.#remove();
  }

  /** @throws ProblemError where the disk has no room for it */
  add(quad: Quad): void {
    const { value } = quad.graph;
    let graph = this.#graphs.get(value);
    if (graph === undefined) {
      graph = newGraph();
      this.#graphs.set(value, graph);
    }
    const line = tripleLine(quad);
    if (graph.ordered && graph.last >= line) this.#disorder(graph);
    graph.last = line;
    graph.text += line;
    graph.triples += 1;
    if (graph.text.length >= GATHERED) this.#gather(graph);
  }

  /** What a graph has so far, in no order and maybe twice; it may get more, which changes nothing of this. */
  soFar(name: string): Pick<GraphContent, 'graph' | 'texts'> {
    const graph = this.#graphs.get(name) ?? newGraph();
    this.#flush(graph);
    const segments = graph.runs.flat();
    return { graph: name, texts: () => this.#texts(segments) };
  }

  /** The graphs by name; nothing may be added any more. */
  source(): GraphSource {
    const names = [...this.#graphs.keys()].sort(compareCodePoints);
    const contents = names.map((name) => this.#content(name, this.#graphs.get(name)!));
    return { graphs: () => contents, close: () => this.close() };
  }

  close(): void {
    this.#graphs.clear();
    closeSync(this.#file);
    this.#remove();
  }

  #remove(): void {
    try {
      rmSync(this.#dir, { recursive: true, force: true });
    } catch {
      // Where an open file can't be deleted, it is when it is closed.
    }
  }

  #gather(graph: OpenGraph): void {
    const bytes = Buffer.from(graph.text, 'utf8');
    graph.text = '';
    graph.bytes.push(bytes);
    graph.size += bytes.length;
    this.#held += bytes.length;
    if (graph.size >= (graph.ordered ? BLOCK : this.#options.run)) this.#flush(graph);
    else if (this.#held >= this.#options.held) for (const one of this.#graphs.values()) this.#flush(one);
  }

  /** What came in order goes to the disk as it is, so that the runs after it are sorted each on its own. */
  #disorder(graph: OpenGraph): void {
    this.#flush(graph);
    graph.ordered = false;
  }

  #flush(graph: OpenGraph): void {
    if (graph.text === '' && graph.size === 0) return;
    const bytes = Buffer.concat([...graph.bytes, Buffer.from(graph.text, 'utf8')]);
    this.#held -= graph.size;
    Object.assign(graph, { text: '', bytes: [], size: 0 });
    const segment = this.#write(graph.ordered ? bytes : sorted(bytes), graph.hash);
    if (graph.ordered && graph.runs[0] !== undefined) graph.runs[0].push(segment);
    else graph.runs.push([segment]);
  }

  #write(bytes: Buffer, hash: Hash): Segment {
    hash.update(bytes);
    const at = this.#end;
    for (let done = 0; done < bytes.length; ) {
      done += orNoRoom(this.#options.dir, () =>
        writeSync(this.#file, bytes, done, bytes.length - done, at + done),
      );
    }
    this.#end = at + bytes.length;
    return { at, bytes: bytes.length };
  }

  #content(name: string, graph: OpenGraph): GraphContent {
    this.#flush(graph);
    if (!graph.ordered) this.#merge(graph);
    const { triples, runs } = graph;
    const hash = graph.hash.digest('hex');
    return { graph: name, triples, texts: () => this.#texts(runs[0]!), hash: () => hash };
  }

  /** Makes one run of many. */
  #merge(graph: OpenGraph): void {
    const hash = createHash('sha256');
    const whole: Segment[] = [];
    let triples = 0;
    let text = '';
    const write = () => {
      if (text !== '') whole.push(this.#write(Buffer.from(text, 'utf8'), hash));
      text = '';
    };
    for (const line of mergedLines(graph.runs.map((run) => this.#texts(run)))) {
      triples += 1;
      text += line;
      if (text.length >= BLOCK) write();
    }
    write();
    Object.assign(graph, { hash, runs: [whole], triples });
  }

  /** Texts of whole lines. */
  *#texts(run: readonly Segment[]): Generator<string> {
    const block = Buffer.allocUnsafe(BLOCK);
    for (const { at, bytes } of run) {
      let rest: Buffer = Buffer.alloc(0);
      for (let done = 0; done < bytes; ) {
        const read = readSync(this.#file, block, 0, Math.min(BLOCK, bytes - done), at + done);
        done += read;
        const end = block.lastIndexOf(0x0a, read - 1) + 1;
        if (end === 0) {
          // A line that is longer than a block.
          rest = Buffer.concat([rest, block.subarray(0, read)]);
          continue;
        }
        yield rest.length === 0
          ? block.toString('utf8', 0, end)
          : Buffer.concat([rest, block.subarray(0, end)]).toString('utf8');
        rest = Buffer.from(block.subarray(end, read));
      }
    }
  }
}

function orNoRoom<T>(dir: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw new ProblemError([
      {
        severity: 'error',
        code: 'no-room',
        message: 'the triples can’t be put in order on the disk',
        value: `${(error as NodeJS.ErrnoException).code ?? error} ${dir}`,
        hint: 'Free as much room there as the file takes, twice over, or name another folder in TMPDIR.',
      },
    ]);
  }
}

function newGraph(): OpenGraph {
  return {
    text: '',
    bytes: [],
    size: 0,
    last: '',
    ordered: true,
    triples: 0,
    hash: createHash('sha256'),
    runs: [],
  };
}

/** Lines in order, each once. */
function sorted(bytes: Buffer): Buffer {
  const lines = bytes.toString('utf8').split('\n');
  lines.pop();
  lines.sort();
  const once = lines.filter((line, at) => at === 0 || line !== lines[at - 1]);
  return Buffer.from(`${once.join('\n')}\n`, 'utf8');
}
