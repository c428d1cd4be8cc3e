/** What tells one load of a dataset from another: names of its own for what is on the way, and a claim that the latest load has. */
import type { StoreClient } from './store-client.ts';
import { StoreError } from './store-error.ts';

/** What the name of a graph goes on with while its content is on the way; alone, it is the graph of the claim. */
export const STAGING = '/staging';

const HOLDER = 'https://w3id.org/clew/ns#load';

/** The graph that a name with {@link STAGING} is for; `undefined` for other names. */
export function stagedFor(graph: string): string | undefined {
  return /^(.+)\/staging(?:\/[0-9a-z-]+)?$/.exec(graph)?.[1];
}

/**
 * Of two loads at once the later one goes on, and the earlier one ends before it puts anything more in its place. A claim that
 * a killed load left is taken over in the same way, so that nobody has to wait or to break a lock.
 */
export class LoadClaim {
  /** The graph that holds the claim. */
  readonly graph: string;
  /** Graphs that are dropped at the end, since a late request may still want them. */
  readonly abandoned: string[] = [];
  readonly #run: string;
  readonly #client: StoreClient;

  /** @param graph that stands for the dataset, @param run lower-case letters and digits that no other load has */
  constructor(graph: string, run: string, client: StoreClient) {
    this.graph = graph + STAGING;
    this.#run = run;
    this.#client = client;
  }

  /** @param round from 1: a graph that is sent again gets another name */
  staging(graph: string, round = 1): string {
    return `${graph}${STAGING}/${this.#run}${round === 1 ? '' : `-${round}`}`;
  }

  /** Whether a graph is that of this claim, or on its way by this load. */
  owns(graph: string): boolean {
    return graph === this.graph || graph.includes(`${STAGING}/${this.#run}`);
  }

  async take(): Promise<void> {
    const update = `DROP SILENT GRAPH <${this.graph}> ;\nINSERT DATA { GRAPH <${this.graph}> { ${this.#triple()} } }`;
    await this.#client.update(update, 'note that a load is under way', true);
  }

  /** @throws StoreError where a later load has taken it */
  async check(): Promise<void> {
    const query = `SELECT ?load WHERE { GRAPH <${this.graph}> { <${this.graph}> <${HOLDER}> ?load } }`;
    const rows = await this.#client.select(query, 'say which load is under way');
    const runs = rows.map(({ load }) => load?.value ?? '');
    // Where updates are no transactions, two that came at the same moment may both be there: one of them goes on.
    if (runs.includes(this.#run) && runs.every((run) => run <= this.#run)) return;
    throw new StoreError({
      code: 'load-overtaken',
      message: 'another load of the same dataset began and goes on in place of this one',
      hint: 'Wait until it is done, then run this one again if it has other content.',
    });
  }

  async release(): Promise<void> {
    const update = `DELETE DATA { GRAPH <${this.graph}> { ${this.#triple()} } }`;
    await this.#client.update(update, 'note that the load is done', true);
  }

  /** After a failure. @throws the error, or that another load took over, which explains it */
  async end(error: unknown): Promise<never> {
    await this.check().catch((reason) => {
      if (reason instanceof StoreError && reason.code === 'load-overtaken') throw reason;
    });
    await this.release().catch(() => {});
    throw error;
  }

  #triple(): string {
    return `<${this.graph}> <${HOLDER}> "${this.#run}" .`;
  }
}
