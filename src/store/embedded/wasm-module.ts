/** Oxigraph's code, compiled once for all threads, with a bound on the memory that it may take. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** The types of Node have no WebAssembly. */
const { WebAssembly } = globalThis as unknown as {
  readonly WebAssembly: { compile(bytes: Uint8Array): Promise<object> };
};

/** A page of WebAssembly memory, in bytes. */
const PAGE = 65_536;
/** Id of the section that declares memories (WebAssembly core specification 5.5.8). */
const MEMORY_SECTION = 5;

/**
 * @param memory most bytes of the engine's memory in one thread, up to 4 GiB; beyond it the engine stops
 * @throws Error where the package oxigraph is not installed
 */
export async function oxigraphModule(memory: number): Promise<object> {
  const path = createRequire(import.meta.url).resolve('oxigraph/web_bg.wasm');
  return WebAssembly.compile(bounded(readFileSync(path), Math.min(memory, 65_536 * PAGE)));
}

/** The same module, whose memory says a maximum. Threads have limits of their own, but those don't cover WebAssembly. */
export function bounded(wasm: Uint8Array, memory: number): Uint8Array<ArrayBuffer> {
  let at = 8;
  const number = () => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = wasm[at]!;
      at += 1;
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) return value;
    }
  };
  while (at < wasm.length) {
    const start = at;
    const id = wasm[at]!;
    at += 1;
    const length = number();
    const end = at + length;
    if (id === MEMORY_SECTION) {
      number();
      at += 1;
      const least = number();
      const most = Math.max(least, Math.floor(memory / PAGE));
      // One memory, with a maximum.
      const body = [1, 1, ...leb128(least), ...leb128(most)];
      const section = [MEMORY_SECTION, ...leb128(body.length), ...body];
      return joined([wasm.subarray(0, start), Uint8Array.from(section), wasm.subarray(end)]);
    }
    at = end;
  }
  throw new Error('the module declares no memory');
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function leb128(value: number): number[] {
  const bytes: number[] = [];
  for (let rest = value; ; rest = Math.floor(rest / 128)) {
    if (rest < 128) return [...bytes, rest];
    bytes.push((rest % 128) + 128);
  }
}
