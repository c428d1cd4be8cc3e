/** How readable syntaxes shorten IRIs: relative to the dataset's base, or by a prefix. Never so that a reader could differ. */
import type { Prefixes } from '../model/index.ts';

/** A local name that needs no escape in any reader: escapes such as `\,` are read wrongly by some stores. */
const LOCAL = /^[A-Za-z0-9_](?:\.?[A-Za-z0-9_-])*$/;
/** What follows the base, written without any chance of another reading: no dots, colons, queries or escapes. */
const RELATIVE = /^[A-Za-z0-9_][A-Za-z0-9_-]*(?:\/[A-Za-z0-9_-]+)*$/;

/** The reference that resolves to the IRI against the base, which ends in `/` or `#`; `undefined` where none is safe. */
export function relativeTo(base: string | undefined, iri: string): string | undefined {
  if (base === undefined || !iri.startsWith(base)) return undefined;
  const rest = iri.slice(base.length);
  if (!RELATIVE.test(rest)) return undefined;
  return base.endsWith('#') ? `#${rest}` : rest;
}

/** Finds the prefixed names of IRIs. */
export class PrefixedNames {
  /** Names with their colon, by namespace. */
  readonly #names: ReadonlyMap<string, string>;
  /** Namespaces that some name was found in. */
  readonly used = new Set<string>();

  constructor(prefixes: Prefixes) {
    this.#names = new Map(Object.entries(prefixes).map(([name, namespace]) => [namespace, `${name}:`]));
  }

  /** `prefix:local`, or `undefined` where no namespace fits or the local name would need an escape. */
  of(iri: string): string | undefined {
    const split = Math.max(iri.lastIndexOf('/'), iri.lastIndexOf('#')) + 1;
    const namespace = iri.slice(0, split);
    const name = this.#names.get(namespace);
    if (name === undefined) return this.#ofOpenNamespace(iri);
    const local = iri.slice(split);
    if (!LOCAL.test(local)) return undefined;
    this.used.add(namespace);
    return name + local;
  }

  /** Namespaces that end within a name, e.g. `http://www.wikidata.org/entity/Q`. */
  #ofOpenNamespace(iri: string): string | undefined {
    let best: readonly [namespace: string, name: string] | undefined;
    for (const [namespace, name] of this.#names) {
      if (namespace.length <= (best?.[0].length ?? 0) || !iri.startsWith(namespace)) continue;
      const local = iri.slice(namespace.length);
      if (!LOCAL.test(local)) continue;
      best = [namespace, name + local];
    }
    if (best === undefined) return undefined;
    this.used.add(best[0]);
    return best[1];
  }
}
