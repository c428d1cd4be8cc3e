/** What every scene of the browser tests is given: a browser, and the addresses of the pages. */
import { afterAll, beforeAll } from 'vitest';
import { builtTemplate, type Opened, type OpenOptions, pageOf, Viewer } from '../browser.ts';
import { hostileDataset, sampleDataset, scriptsDataset, sourcedDataset } from '../pages.ts';

export interface Stage {
  readonly viewer: Viewer;
  /** The built page without data. */
  readonly template: string;
  /** Addresses by name: `sample`, `sourced`, `hostile`, `scripts`, `empty`. */
  readonly pages: Readonly<Record<'sample' | 'sourced' | 'hostile' | 'scripts' | 'empty', string>>;
}

/** One browser and one set of pages for all scenes of a test file, made before them and gone after them. */
export function openStage(): () => Stage {
  let made: Stage;
  beforeAll(async () => {
    const [viewer, template] = await Promise.all([Viewer.start(), builtTemplate()]);
    const put = async (name: string, dataset: typeof sampleDataset) =>
      viewer.write(`${name}.html`, await pageOf(template, dataset));
    made = {
      viewer,
      template,
      pages: {
        sample: await put('sample', sampleDataset),
        sourced: await put('sourced', sourcedDataset),
        hostile: await put('hostile', hostileDataset),
        scripts: await put('scripts', scriptsDataset),
        empty: viewer.write('empty.html', template),
      },
    };
  });
  afterAll(() => made?.viewer.stop());
  return () => made;
}

/** Opens a page for the length of a test; what it logged or asked for fails the test. */
export async function onPage(
  { viewer }: Stage,
  address: string,
  options: OpenOptions,
  act: (page: Opened['page']) => Promise<void>,
): Promise<void> {
  const { page, errors, requests, close } = await viewer.open(address, options);
  try {
    await act(page);
    if (errors.length > 0) throw new Error(`the console has errors:\n${errors.join('\n')}`);
    if (requests.length > 0) throw new Error(`the page asked for:\n${requests.join('\n')}`);
  } finally {
    await close();
  }
}
