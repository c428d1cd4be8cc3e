// Requests a second and 99th percentile of one list of requests, by so many clients at once on connections that are kept.
import { readFileSync } from 'node:fs';
import { Agent, request as httpRequest } from 'node:http';

/** No case goes on for longer than this many milliseconds, however many requests are left. */
const LONGEST = 30_000;
/** Ticks of the processor's clock in a second, as Linux tells them to programs on every machine (proc(5), sysconf(3)). */
const TICKS = 100;

/**
 * @typedef {{ url: URL, headers: Record<string, string> }} Asked
 * @param {(at: number) => Asked} asked the n-th request
 * @param {{ count: number, clients: number, pid: number, milliseconds?: number }} options `milliseconds` ends it earlier
 * @returns requests a second, 99th percentile in ms, processor ms a request of the process `pid` (NaN where /proc is not), bytes a reply
 * @throws Error where a reply is no success
 */
export async function measure(asked, { count, clients, pid, milliseconds = LONGEST }) {
  const agent = new Agent({ keepAlive: true, maxSockets: clients });
  const times = [];
  let bytes = 0;
  let next = 0;
  const processorBefore = processorTime(pid);
  const start = performance.now();
  const client = async () => {
    while (next < count && performance.now() - start < milliseconds) {
      const one = asked(next);
      next += 1;
      const began = performance.now();
      const { status, body } = await ask(one, agent);
      times.push(performance.now() - began);
      if (status >= 400) throw new Error(`${one.url}: ${status} ${body.toString('utf8', 0, 300)}`);
      bytes += body.length;
    }
  };
  try {
    await Promise.all(Array.from({ length: clients }, client));
  } finally {
    agent.destroy();
  }
  const seconds = (performance.now() - start) / 1000;
  times.sort((a, b) => a - b);
  return {
    rate: times.length / seconds,
    p99: times[Math.min(times.length - 1, Math.floor(times.length * 0.99))],
    processor: (processorTime(pid) - processorBefore) / times.length,
    bytes: bytes / times.length,
  };
}

/** @returns {Promise<{ status: number, body: Buffer }>} */
export function ask({ url, headers }, agent) {
  return new Promise((resolve, reject) => {
    const request = httpRequest(url, { headers, agent }, (response) => {
      const chunks = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => resolve({ status: response.statusCode, body: Buffer.concat(chunks) }));
    });
    request.on('error', reject);
    request.end();
  });
}

/** Milliseconds of the processor that a process has used with all its threads. */
function processorTime(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
    return ((Number(fields[11]) + Number(fields[12])) * 1000) / TICKS;
  } catch {
    return Number.NaN;
  }
}
