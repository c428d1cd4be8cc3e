/** What stands on the page while a large graph of its own is read. */
import type { Strings } from '../strings/index.ts';
import { Mark } from './icons.tsx';
import { ProgressLine } from './progress-line.tsx';

export interface OpeningPageProps {
  readonly title: string;
  readonly strings: Strings;
  /** How much is read, in `0..1`. */
  readonly share: number;
}

export function OpeningPage({ title, strings, share }: OpeningPageProps) {
  return (
    <main id="main" class="empty-page" aria-busy="true">
      <Mark />
      <h1>{title}</h1>
      <ProgressLine strings={strings} label={strings.files.stages.reading} share={share} as="is-wide" />
    </main>
  );
}
