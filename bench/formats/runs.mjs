// Runs a writer of ours or of a peer: once to compile it, then for the best of three, or only once where that is long.
import { rmSync } from 'node:fs';

/** Seconds from which one run is enough. */
const LONG = 5;

/**
 * @param {() => unknown} write makes the file at the path anew
 * @param {(run: number) => number} [aside] seconds of processor that a run spent on watching, not on writing
 * @returns seconds of processor and clock, and seconds of the first run
 */
export async function timedRuns(write, path, aside = () => 0) {
  let best = { cpu: Number.POSITIVE_INFINITY };
  let first;
  for (let run = 0; run < 4; run += 1) {
    rmSync(path, { force: true });
    const start = performance.now();
    const busy = process.cpuUsage();
    await write(run);
    const { user, system } = process.cpuUsage(busy);
    const watched = aside(run);
    const time = { cpu: (user + system) / 1e6 - watched, wall: (performance.now() - start) / 1000 };
    first ??= time.cpu;
    if ((run > 0 || time.cpu > LONG) && time.cpu < best.cpu) best = time;
    if (time.cpu > LONG) break;
  }
  return { ...best, first };
}
