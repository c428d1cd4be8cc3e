/** The engine of a site whose data may change: started by the first query, replaced after the data, never under a query. */
import type { Dataset } from '../../model/index.ts';
import { datasetSource, type EngineOptions, SparqlEngine } from '../../store/index.ts';

export class LiveEngine {
  readonly #dataset: () => Dataset;
  readonly #options: Partial<EngineOptions>;
  #of: Dataset | undefined;
  #engine: Promise<SparqlEngine> | undefined;

  /** @param dataset that of the moment: a rebuilt one is another object */
  constructor(dataset: () => Dataset, options: Partial<EngineOptions> = {}) {
    this.#dataset = dataset;
    this.#options = options;
  }

  /** @throws ProblemError where the data does not fit into memory */
  current(): Promise<SparqlEngine> {
    const dataset = this.#dataset();
    if (this.#engine !== undefined && dataset === this.#of) return this.#engine;
    const before = this.#engine;
    this.#of = dataset;
    const engine = this.#open(dataset);
    this.#engine = engine;
    // Whoever asks next tries again.
    engine.catch(() => {
      if (this.#engine === engine) this.#engine = undefined;
    });
    void before?.then((old) => old.retire()).catch(() => {});
    return engine;
  }

  async close(): Promise<void> {
    const engine = this.#engine;
    this.#engine = undefined;
    await engine?.then(
      (open) => open.close(),
      () => {},
    );
  }

  async #open(dataset: Dataset): Promise<SparqlEngine> {
    const { sources, ...style } = await datasetSource(dataset);
    return SparqlEngine.open(sources, { ...style, ...this.#options });
  }
}
