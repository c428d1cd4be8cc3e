/** A site that follows its data: built anew when the data changes; a broken state leaves the last good one standing. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildDataset } from '../build/index.ts';
import type { LayoutOptions } from '../layout/index.ts';
import type { Dataset } from '../model/index.ts';
import { Documents, type DocumentsOptions } from './documents.ts';
import { Publication, type PublicationSource } from './linked/publication.ts';
import { pageCss } from './pages/index.ts';
import { watchPath } from './watch.ts';

export interface LoadedSite {
  readonly dataset: Dataset;
  /** Where its entities stood in the file that it was read from. */
  readonly places?: LayoutOptions['previous'];
}

/** Where a site comes from. */
export interface SiteSource extends Pick<PublicationSource, 'ontologies' | 'query'> {
  /** @throws ProblemError where the data is not sound */
  readonly load: () => Promise<LoadedSite>;
  /** Source texts by article. */
  readonly texts?: (dataset: Dataset) => Promise<ReadonlyMap<string, string>>;
  readonly viewerTemplate: () => string;
}

export interface LiveOptions {
  /** Folder or file whose changes lead to a new build. */
  readonly watched?: string;
  /** Told of each new build, and of what went wrong with one. */
  readonly onBuild?: (dataset: Dataset) => void;
  readonly onProblem?: (error: unknown) => void;
}

/** Builds every output into a folder, and makes the documents of what was built. @throws ProblemError for unsound data */
export async function publish(
  source: SiteSource,
  dir: string,
  options: Partial<DocumentsOptions> = {},
): Promise<Documents> {
  const { viewerTemplate, ontologies, query } = source;
  const { dataset, places } = await source.load();
  const texts = await source.texts?.(dataset);
  const { files } = await buildDataset(dataset, dir, {
    viewerTemplate,
    ...(places !== undefined && { previous: places }),
  });
  const description = files.find(({ name }) => name.endsWith('.void.ttl'));
  const site = new Publication({
    dataset,
    files: files.map(({ name, path, bytes }) => ({ name, path, bytes })),
    viewer: `${dataset.id}.html`,
    ...(description && {
      description: { file: description.name, text: readFileSync(description.path, 'utf8') },
    }),
    ...(ontologies && { ontologies }),
    ...(texts && { texts }),
    ...(query !== undefined && { query }),
  });
  return new Documents(site, pageCss(viewerTemplate()), options);
}

export class LiveSite {
  readonly #source: SiteSource;
  readonly #options: LiveOptions;
  readonly #dir = mkdtempSync(join(tmpdir(), 'clew-serve-'));
  #documents: Documents | undefined;
  #builds = 0;
  #unwatch: () => void = () => {};
  /** The build that runs, and whether the data changed under it. */
  #running: Promise<void> | undefined;
  #stale = false;

  private constructor(source: SiteSource, options: LiveOptions) {
    this.#source = source;
    this.#options = options;
  }

  /** @throws ProblemError where the data cannot be built at first */
  static async open(source: SiteSource, options: LiveOptions = {}): Promise<LiveSite> {
    const live = new LiveSite(source, options);
    try {
      await live.#build();
      const { watched, onProblem } = options;
      if (watched !== undefined) {
        const onError = ({ message }: Error) =>
          onProblem?.(new Error(`not all of ${watched} can be watched for changes: ${message}`));
        live.#unwatch = watchPath(watched, () => void live.rebuild(), { onError });
      }
      return live;
    } catch (error) {
      live.close();
      throw error;
    }
  }

  /** Of the last build that was sound. */
  get documents(): Documents {
    return this.#documents!;
  }

  /** Builds anew; where a build runs already, once more after it. Never rejects: problems are told to `onProblem`. */
  rebuild(): Promise<void> {
    this.#stale = this.#running !== undefined;
    this.#running ??= this.#build()
      .then(() => this.#options.onBuild?.(this.documents.site.dataset))
      .catch((error: unknown) => this.#options.onProblem?.(error))
      .then(() => {
        this.#running = undefined;
        return this.#stale ? this.rebuild() : undefined;
      });
    return this.#running;
  }

  /** Stops watching and removes what was built. */
  close(): void {
    this.#unwatch();
    rmSync(this.#dir, { recursive: true, force: true });
  }

  async #build(): Promise<void> {
    this.#builds += 1;
    const dir = join(this.#dir, `${this.#builds}`);
    try {
      this.#documents = await publish(this.#source, dir);
    } catch (error) {
      rmSync(dir, { recursive: true, force: true });
      throw error;
    }
    // Answers that have just begun may still open a file of the build before.
    rmSync(join(this.#dir, `${this.#builds - 2}`), { recursive: true, force: true });
  }
}
