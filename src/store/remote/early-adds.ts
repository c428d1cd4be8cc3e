/** Sends graphs of a file to where they wait, while the rest of the file is still being read. */
import { chunks } from './chunks.ts';
import type { GraphContent } from './graph-content.ts';
import { LoadClaim } from './load-claim.ts';
import { dropGraphs } from './staged-load.ts';
import type { StoreClient } from './store-client.ts';

/** What a load takes over. */
export interface EarlySent {
  /** Taken before the first graph went; absent where none did. */
  readonly claim: LoadClaim | undefined;
  /** Graphs that are whole where they wait. */
  readonly graphs: ReadonlySet<string>;
}

/**
 * One request at a time. Nothing is proved, and nothing put in its place, before the whole file has been read: that is the
 * load's work. A graph that turns out to have more triples is sent again by the load, whole: triples are a set.
 */
export class EarlyAdds {
  /** Of the load that takes over. */
  readonly run: string;
  readonly #connect: () => Promise<StoreClient>;
  readonly #queue: Pick<GraphContent, 'graph' | 'texts'>[] = [];
  readonly #whole = new Set<string>();
  readonly #reopened = new Set<string>();
  readonly #staged = new Set<string>();
  #client: StoreClient | undefined;
  #claim: LoadClaim | undefined;
  #working: Promise<void> | undefined;
  #stopped = false;
  #abandoned = false;
  #failure: { readonly error: unknown } | undefined;

  /** @param connect asked once the first graph is there, @param run as {@link LoadClaim} takes it */
  constructor(connect: () => Promise<StoreClient>, run: string) {
    this.#connect = connect;
    this.run = run;
  }

  /** Takes a graph that seems to be whole. It may be gone through until the load ends. */
  complete(content: Pick<GraphContent, 'graph' | 'texts'>): void {
    if (this.#stopped) return;
    this.#queue.push(content);
    this.#working ??= this.#work();
  }

  /** Says that a graph was not whole. */
  reopened(graph: string): void {
    this.#reopened.add(graph);
    this.#whole.delete(graph);
  }

  /** Ends with the graph that is on its way. @throws what went wrong so far */
  async settle(): Promise<EarlySent> {
    this.#stopped = true;
    await this.#working;
    if (this.#failure !== undefined) throw this.#failure.error;
    return { claim: this.#claim, graphs: this.#whole };
  }

  /** A batch has this graph now, and looks after it. */
  handOver(staged: string): void {
    this.#staged.delete(staged);
  }

  /** Drops what waits and is in no batch. */
  async dropRest(): Promise<void> {
    if (this.#client !== undefined) await dropGraphs([...this.#staged], this.#client).catch(() => {});
    this.#staged.clear();
  }

  /** Leaves nothing behind where no load takes over. */
  async abandon(): Promise<void> {
    this.#stopped = true;
    this.#abandoned = true;
    await this.#working;
    await this.dropRest();
    await this.#claim?.release().catch(() => {});
    this.#claim = undefined;
    this.#whole.clear();
    this.#failure = undefined;
  }

  async #work(): Promise<void> {
    try {
      this.#client ??= await this.#connect();
      for (let next = this.#queue.shift(); next !== undefined && !this.#stopped; next = this.#queue.shift()) {
        this.#claim ??= await this.#taken(next.graph, this.#client);
        await this.#add(next, this.#claim, this.#client);
      }
    } catch (error) {
      this.#failure = { error };
      this.#stopped = true;
    }
    this.#working = undefined;
  }

  async #taken(graph: string, client: StoreClient): Promise<LoadClaim> {
    const claim = new LoadClaim(graph, this.run, client);
    await claim.take();
    return claim;
  }

  async #add(
    { graph, texts }: Pick<GraphContent, 'graph' | 'texts'>,
    claim: LoadClaim,
    client: StoreClient,
  ): Promise<void> {
    const staged = claim.staging(graph);
    this.#staged.add(staged);
    for (const parts of chunks([{ graph: staged, texts }], client.profile.chunk)) {
      for (const request of client.prepare(parts)) {
        // A graph that has begun is sent to its end: the load would do nothing else.
        if (this.#abandoned || this.#reopened.has(graph)) return;
        await client.add(request);
      }
    }
    if (!this.#reopened.has(graph)) this.#whole.add(graph);
  }
}
