/** Asks a person for the name and password of a store, where it wants them and somebody is there. */
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import type { Credentials, StoreClient } from '../store/index.ts';
import { type CommandContext, terminalOf } from './context.ts';

/** @returns `undefined` where the store does not ask, or nobody is there to answer */
export async function askCredentials(
  client: StoreClient,
  context: CommandContext,
): Promise<Credentials | undefined> {
  const { input, output: shown } = terminalOf(context);
  if (!context.isTerminal || input.isTTY !== true) return undefined;
  try {
    // Dropping a graph that nobody has is what a user without rights may not do either.
    await client.update('DROP SILENT GRAPH <urn:clew:nothing>', 'say whether it wants credentials', true);
    return undefined;
  } catch (error) {
    if ((error as { status?: number }).status !== 401) return undefined;
  }
  let muted = false;
  const output = new Writable({
    write(chunk, _, done) {
      if (!muted) shown.write(chunk);
      done();
    },
  });
  const lines = createInterface({ input, output, terminal: true });
  try {
    const user = await lines.question(`User at ${new URL(client.endpoints.update).host}: `);
    shown.write('Password: ');
    // Before anything is asked: what is typed ahead is not shown either.
    muted = true;
    const password = await lines.question('');
    shown.write('\n');
    return { user, password };
  } finally {
    lines.close();
  }
}
