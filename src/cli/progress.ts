/** One line of progress on a terminal, shown only for what takes longer than a moment. */
import { type CommandContext, clockOf, terminalOf } from './context.ts';

/** Milliseconds before anything is shown. */
const PATIENCE = 1_000;

export interface Progress {
  step(text: string): void;
  /** Clears the line. */
  done(): void;
}

/** Writes to the terminal with carriage returns; silent where nobody watches or output is for machines. */
export function progress(context: CommandContext, options: { readonly json?: boolean } = {}): Progress {
  if (!context.isTerminal || options.json) return { step: () => {}, done: () => {} };
  const clock = clockOf(context);
  const { output } = terminalOf(context);
  const start = clock();
  let shown = false;
  let last = 0;
  return {
    step(text) {
      const now = clock();
      if (now - start < PATIENCE || now - last < 100) return;
      last = now;
      shown = true;
      output.write(`\r\u001b[K${text}`);
    },
    done() {
      if (shown) output.write('\r\u001b[K');
    },
  };
}
