/** One line of progress on a terminal, shown only for what takes longer than a moment. */
import type { CommandContext } from './context.ts';

/** Milliseconds before anything is shown. */
const PATIENCE = 1_000;

export interface Progress {
  step(text: string): void;
  /** Clears the line. */
  done(): void;
}

/** Writes to standard error with carriage returns; silent where nobody watches or output is for machines. */
export function progress(context: CommandContext, options: { readonly json?: boolean } = {}): Progress {
  if (!context.isTerminal || options.json) return { step: () => {}, done: () => {} };
  const start = performance.now();
  let shown = false;
  let last = 0;
  return {
    step(text) {
      const now = performance.now();
      if (now - start < PATIENCE || now - last < 100) return;
      last = now;
      shown = true;
      process.stderr.write(`\r\u001b[K${text}`);
    },
    done() {
      if (shown) process.stderr.write('\r\u001b[K');
    },
  };
}
