/** What stands on the page while a large graph of its own is read. */
import type { Strings } from '../strings/index.ts';
import { Mark } from './icons.tsx';

export interface OpeningPageProps {
  readonly title: string;
  readonly strings: Strings;
  /** How much is read, in `0..1`. */
  readonly share: number;
}

export function OpeningPage({ title, strings, share }: OpeningPageProps) {
  const reading = strings.files.stages.reading;
  return (
    <main id="main" class="empty-page" aria-busy="true">
      <Mark />
      <h1>{title}</h1>
      <p class="progress is-wide">
        <span role="status">{reading}</span>
        <progress aria-label={reading} max={1} value={share} />
        <span class="share">{strings.opening.percent(share)}</span>
      </p>
    </main>
  );
}
