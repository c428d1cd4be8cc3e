/** What every scene of the browser tests is given: a browser, and the addresses of the pages. */
import type { Opened, OpenOptions, Viewer } from '../browser.ts';

export interface Stage {
  readonly viewer: Viewer;
  /** The built page without data. */
  readonly template: string;
  /** Addresses by name: `sample`, `sourced`, `hostile`, `scripts`, `empty`. */
  readonly pages: Readonly<Record<'sample' | 'sourced' | 'hostile' | 'scripts' | 'empty', string>>;
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
