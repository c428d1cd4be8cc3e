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
 *
 * Where a late MOVE would do harm it is guarded. By a ticket, a graph that was made and holds nothing: each MOVE drops it first and
 * makes it anew, and without it the update ends before it changed anything; who takes a claim over takes the ticket away. Or by a
 * veto, a triple that is written where the claim is another's, into a graph that is made next: that fails, and all of it is undone.
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
    const tickets = this.#client.profile.guard === 'ticket';
    const others = tickets ? (await this.#runs()).filter((run) => run !== this.#run) : [];
    const steps = [
      `DROP SILENT GRAPH <${this.graph}>`,
      `INSERT DATA { GRAPH <${this.graph}> { ${this.#triple()} } }`,
      ...others.map((run) => `DROP SILENT GRAPH <${this.#ticket(run)}>`),
      ...(tickets ? [`CREATE SILENT GRAPH <${this.#ticket()}>`] : []),
    ];
    await this.#client.update(steps.join(' ;\n'), 'note that a load is under way', true);
  }

  /** The update that puts what waits in its place; where it is guarded nothing changes once another load has the claim. */
  moving(moves: readonly string[]): string {
    const { guard } = this.#client.profile;
    const [ticket, veto] = [this.#ticket(), `${this.graph}/${this.#run}-veto`];
    const unclaimed = `FILTER NOT EXISTS { GRAPH <${this.graph}> { ${this.#triple()} } }`;
    const guarded = {
      none: moves,
      ticket: [`DROP GRAPH <${ticket}>`, ...moves, `CREATE SILENT GRAPH <${ticket}>`],
      veto: [
        `INSERT { GRAPH <${veto}> { ${this.#triple()} } } WHERE { ${unclaimed} }`,
        `CREATE GRAPH <${veto}>`,
        // Nothing after them: RDF4J goes through all that was moved for every further step.
        ...moves,
      ],
    };
    return guarded[guard ?? 'none'].join(' ;\n');
  }

  /** From now on no MOVE of this load that needs its ticket has any effect, however late it comes. */
  async endMoves(): Promise<void> {
    const steps = this.#noTicket();
    if (steps.length > 0) await this.#client.update(steps.join(' ;\n'), 'drop a ticket', true);
  }

  /** @throws StoreError where a later load has taken it */
  async check(): Promise<void> {
    const runs = await this.#runs();
    // Where updates are no transactions, two that came at the same moment may both be there: one of them goes on.
    if (runs.includes(this.#run) && runs.every((run) => run <= this.#run)) return;
    throw new StoreError({
      code: 'load-overtaken',
      message: 'another load of the same dataset began and goes on in place of this one',
      hint: 'Wait until it is done, then run this one again if it has other content.',
    });
  }

  async release(): Promise<void> {
    const steps = [`DELETE DATA { GRAPH <${this.graph}> { ${this.#triple()} } }`, ...this.#noTicket()];
    await this.#client.update(steps.join(' ;\n'), 'note that the load is done', true);
  }

  /** After a failure. @throws the error, or that another load took over, which explains it */
  async end(error: unknown): Promise<never> {
    await this.endMoves().catch(() => {});
    await this.check().catch((reason) => {
      if (reason instanceof StoreError && reason.code === 'load-overtaken') throw reason;
    });
    await this.release().catch(() => {});
    throw error;
  }

  async #runs(): Promise<readonly string[]> {
    const query = `SELECT ?load WHERE { GRAPH <${this.graph}> { <${this.graph}> <${HOLDER}> ?load } }`;
    const rows = await this.#client.select(query, 'say which load is under way');
    return rows.map(({ load }) => load?.value ?? '');
  }

  #noTicket(): readonly string[] {
    return this.#client.profile.guard === 'ticket' ? [`DROP SILENT GRAPH <${this.#ticket()}>`] : [];
  }

  #ticket(run = this.#run): string {
    return `${this.graph}/${run.replace(/[^0-9a-z]/g, '')}-ticket`;
  }

  #triple(): string {
    return `<${this.graph}> <${HOLDER}> "${this.#run}" .`;
  }
}
