// Runs a writer of ours or of a peer: once to compile it, then for the best of three, or only once more where that is long;
// a peer, of which nothing is watched meanwhile, not even that.
import { rmSync } from 'node:fs';

/** Seconds from which one run is enough. */
const LONG = 5;

/**
 * @param {() => unknown} write makes the file at the path anew
 * @param {(run: number) => number} [aside] seconds of processor that a run spent on watching, not on writing. Where there is
 *   one, the first run is not measured by: V8 needs time to get over each collection that is asked for
 * @returns seconds of processor and clock, and seconds of the first run
 */
export async function timedRuns(write, path, aside) {
  let best = { cpu: Number.POSITIVE_INFINITY };
  let first;
  for (let run = 0; run < 4; run += 1) {
    rmSync(path, { force: true });
    const start = performance.now();
    const busy = process.cpuUsage();
    await write(run);
    const { user, system } = process.cpuUsage(busy);
    const watched = aside?.(run) ?? 0;
    const time = { cpu: (user + system) / 1e6 - watched, wall: (performance.now() - start) / 1000 };
    first ??= time.cpu;
    const counts = run > 0 || (aside === undefined && time.cpu > LONG);
    if (counts && time.cpu < best.cpu) best = time;
    if (counts && time.cpu > LONG) break;
  }
  return { ...best, first };
}
