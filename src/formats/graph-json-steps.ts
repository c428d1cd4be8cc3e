/** The `.json` output as a graph again, in steps: a page that opens a large one can answer in between, and never holds its text twice. */
import { type ClewGraph, type DrawnGraph, drawnSteps, graphSteps } from '../graph/index.ts';
import type { Dataset, Steps } from '../model/index.ts';
import { holdsTogether, isArticleHead, isDatasetHead } from './dataset-check.ts';
import { HEAD } from './graph-json.ts';
import { readGraphJson, TakingOver } from './graph-json-read.ts';
import { Interning } from './interning.ts';
import { GRAPH_READ_DEFAULTS, type GraphReadOptions } from './plain-graph.ts';

/** Code units that are parsed in a step, or one line. */
const LUMP = 2 ** 18;

/**
 * Gives what {@link readGraphJson} gives. A text that is not laid out line by line as the writer does it, or in which
 * something is wrong, is read at once, in the last step.
 *
 * @param pieces of the text, one after the other; gone through a second time where it is read at once
 * @throws ProblemError as {@link readGraphJson}
 */
export function* readGraphSteps(
  pieces: Iterable<string>,
  options: Partial<GraphReadOptions> = {},
): Steps<ClewGraph> {
  const { file } = { ...GRAPH_READ_DEFAULTS, ...options };
  try {
    return yield* wholeGraph(new Lines(pieces), file);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  return readGraphJson([...pieces].join(''), options);
}

/** A graph that can be drawn, of a dataset that has not been looked through yet. */
export interface DrawnReading {
  readonly graph: DrawnGraph;
  /** Looks through the entities and claims, once. @throws ProblemError as {@link readGraphJson} */
  check(): Steps<void>;
}

/**
 * The same for the screen: the edges are the dataset's, and what the text says of them, fields for readers of files, is passed
 * over where it has no words of the source. Entities and claims are taken as they come, and looked through when that is asked for.
 *
 * @throws ProblemError as {@link readGraphJson}, but for what is wrong with the edges that are passed over
 */
export function* readDrawnSteps(
  pieces: Iterable<string>,
  options: Partial<GraphReadOptions> = {},
): Steps<DrawnReading> {
  const { file } = { ...GRAPH_READ_DEFAULTS, ...options };
  /** Refuses in the words of the whole. */
  const atOnce = () => readGraphJson([...pieces].join(''), options);
  try {
    const graph = yield* drawnGraph(new Lines(pieces), file);
    const dataset = graph.getAttribute('dataset');
    return {
      graph,
      *check() {
        if (!(yield* holdsTogether(dataset))) atOnce();
      },
    };
  } catch {
    // Whatever went wrong with data that nobody has looked at: it has another layout, or is refused as a whole.
  }
  return { graph: atOnce(), *check() {} };
}

function* wholeGraph(lines: Lines, file: string): Steps<ClewGraph> {
  const dataset = yield* datasetOf(lines);
  hold(yield* holdsTogether(dataset));
  return yield* withEdges(yield* withNodes(new TakingOver(yield* graphSteps(dataset), file), lines), lines);
}

/** What the screen shows of a node and the dataset does not say. */
const DRAWN: ReadonlySet<string> = new Set(['x', 'y', 'label', 'literals', 'quote']);

function* drawnGraph(lines: Lines, file: string): Steps<DrawnGraph> {
  const taking = new TakingOver(yield* drawnSteps(yield* datasetOf(lines)), file, DRAWN);
  return yield* withEdges(yield* withNodes(taking, lines), lines, '"quote":');
}

function* withNodes<Graph extends DrawnGraph>(
  taking: TakingOver<Graph>,
  lines: Lines,
): Steps<TakingOver<Graph>> {
  lines.expect('"nodes":[');
  for (let list = lines.list(); list !== undefined; list = lines.list()) {
    taking.nodes(list);
    yield;
  }
  lines.expect('],');
  lines.expect('"edges":[');
  return taking;
}

/** @param word lines without it say nothing that is wanted */
function* withEdges<Graph extends DrawnGraph>(
  taking: TakingOver<Graph>,
  lines: Lines,
  word = '',
): Steps<Graph> {
  for (let list = lines.list(word); list !== undefined; list = lines.list(word)) {
    taking.edges(list);
    yield;
  }
  lines.expect(']}');
  hold((lines.next() ?? '') === '');
  return taking.end();
}

/** The dataset, of which only the heads have been looked at. @throws SyntaxError where the text is laid out otherwise */
function* datasetOf(lines: Lines): Steps<Dataset> {
  for (const line of HEAD.split('\n')) lines.expect(line);
  const articles: unknown[] = [];
  const interning = new Interning();
  for (;;) {
    if (lines.opens) {
      articles.push(yield* spreadArticle(lines, interning));
      continue;
    }
    const list = lines.list();
    if (list === undefined) break;
    for (const article of list) {
      hold(isArticleHead(article));
      interning.entities(article.entities);
      interning.claims(article.claims);
      articles.push(article);
    }
    yield;
  }
  const rest = lines.next() ?? '';
  hold(rest.startsWith('],') && rest.endsWith('},'));
  const dataset = { articles: [], ...(JSON.parse(`{${rest.slice(2, -2)}`) as object) };
  hold(isDatasetHead(dataset) && Array.isArray(dataset.articles) && dataset.articles.length === 0);
  return { ...dataset, articles } as unknown as Dataset;
}

/** An article whose lists stand on lines of their own. */
function* spreadArticle(lines: Lines, interning: Interning): Steps<unknown> {
  let article: Record<string, unknown> = {};
  let line = lines.next()!;
  hold(line.startsWith('{'));
  let members = line.slice(1);
  while (line.endsWith('[')) {
    const opened = JSON.parse(`{${members}]}`) as object;
    const name = Object.keys(opened).at(-1)!;
    const values: unknown[] = [];
    for (let list = lines.list(); list !== undefined; list = lines.list()) {
      if (name === 'entities') interning.entities(list);
      if (name === 'claims') interning.claims(list);
      for (const value of list) values.push(value);
      yield;
    }
    article = { ...article, ...opened, [name]: values };
    line = lines.next() ?? '';
    hold(/^\](?:,"|\})/.test(line));
    members = line.slice(line[1] === ',' ? 2 : 1);
  }
  hold(line.endsWith('},') === lines.more);
  article = { ...article, ...(JSON.parse(`{${members.replace(/,$/, '')}`) as object) };
  hold(isArticleHead(article));
  return article;
}

function hold(holds: boolean): asserts holds {
  if (!holds) throw new SyntaxError('another layout');
}

/** The lines of a text that comes in pieces. JSON has no line end within a string, so that each stands between two tokens. */
class Lines {
  readonly #pieces: Iterator<string>;
  #text = '';
  #at = 0;

  constructor(pieces: Iterable<string>) {
    this.#pieces = pieces[Symbol.iterator]();
  }

  /** The next line without its end; undefined after the last. */
  next(): string | undefined {
    if (!this.#fill()) return undefined;
    const end = this.#endOfLine();
    const line = this.#text.slice(this.#at, end);
    this.#at = end + 1;
    return line;
  }

  /** Whether the next line ends with a list that further lines hold. */
  get opens(): boolean {
    return this.#fill() && this.#text[this.#endOfLine() - 1] === '[';
  }

  /** Whether a list goes on with the next line. */
  get more(): boolean {
    return !this.#ends();
  }

  expect(line: string): void {
    hold(this.next() === line);
  }

  /**
   * The values of the next lines of a list, each on one; undefined at the line that ends the list.
   *
   * @param word none are given where no line has it
   */
  list(word = ''): unknown[] | undefined {
    if (this.#ends()) return undefined;
    const end = this.#text.lastIndexOf('\n', this.#at + LUMP);
    let lines = this.#text.slice(this.#at, end > this.#at ? end : this.#endOfLine());
    const close = lines.indexOf('\n]');
    if (close >= 0) lines = lines.slice(0, close);
    this.#at += lines.length + 1;
    const more = !this.#ends();
    hold(lines.endsWith(',') === more);
    if (!lines.includes(word)) return [];
    return JSON.parse(`[${more ? lines.slice(0, -1) : lines}]`) as unknown[];
  }

  /** Whether a list ends with the next line, or the text does. */
  #ends(): boolean {
    return !this.#fill() || this.#text[this.#at] === ']';
  }

  #endOfLine(): number {
    const end = this.#text.indexOf('\n', this.#at);
    return end < 0 ? this.#text.length : end;
  }

  /** Takes further pieces until there is a whole line. @returns whether there is anything */
  #fill(): boolean {
    while (this.#text.indexOf('\n', this.#at) < 0) {
      const { done, value } = this.#pieces.next();
      if (done) break;
      this.#text = this.#text.slice(this.#at) + value;
      this.#at = 0;
    }
    return this.#at < this.#text.length;
  }
}
