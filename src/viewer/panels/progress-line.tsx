/** What is being done, and how far it has come: a line of its own. */
import type { Strings } from '../strings/index.ts';

export interface ProgressLineProps {
  readonly strings: Strings;
  /** What is being done. */
  readonly label: string;
  /** In `0..1`; undefined where it is not known. */
  readonly share: number | undefined;
  /** How it lies where it stands. */
  readonly as: 'is-wide' | 'hint';
}

export function ProgressLine({ strings, label, share, as }: ProgressLineProps) {
  return (
    <p class={`progress ${as}`}>
      <span role="status">{label}</span>
      <progress aria-label={label} max={1} value={share} />
      <span class="share">{share !== undefined && strings.opening.percent(share)}</span>
    </p>
  );
}
