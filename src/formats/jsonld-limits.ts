/** JSON-LD that the parser is known to read wrong without a word: it is refused, at its place. */
import type { Problem } from '../model/index.ts';
import { jsonValuePlace } from './json-place.ts';

type Path = readonly (string | number)[];
type Json = Readonly<Record<string, unknown>>;

/** What the contexts of a text, wherever they stand, call containers and keywords. */
interface Names {
  readonly containers: ReadonlySet<string>;
  readonly included: ReadonlySet<string>;
  readonly set: ReadonlySet<string>;
  readonly id: ReadonlySet<string>;
  readonly value: ReadonlySet<string>;
}

const MIXED = /^@(?:index|type|id|graph)$/;

/**
 * The first node in a map by index, class or name, in a container of graphs or in an `@set`, where the parser gives nodes each
 * other's statements or graphs; or the first inclusion in a node without a name, which it leaves out.
 */
export function misreadPart(root: unknown, text: string, file: string): Problem | undefined {
  const names = namesIn(root);
  const found = find(root, names, []);
  return (
    found && {
      severity: 'error',
      code: 'unsupported-jsonld',
      ...(typeof found.at(-1) === 'string' && { value: String(found.at(-1)) }),
      message:
        'nodes in a map by index or class, in a container of graphs, or included in one without "@id" are not read',
      hint: 'Give the text in flattened form, which JSON-LD processors write.',
      place: { file, ...jsonValuePlace(text, found) },
    }
  );
}

function find(value: unknown, names: Names, path: Path): Path | undefined {
  if (Array.isArray(value)) {
    for (const [i, item] of value.entries()) {
      const found = find(item, names, [...path, i]);
      if (found) return found;
    }
    return undefined;
  }
  if (!isMap(value)) return undefined;
  const keys = Object.keys(value);
  const unnamed = !keys.some((key) => names.id.has(key));
  for (const [key, inner] of Object.entries(value)) {
    if (key === '@context') continue;
    const within = [...path, key];
    const mixed = names.containers.has(key) || names.set.has(key);
    if (mixed && holdsNode(inner, names)) return within;
    if (names.included.has(key) && unnamed) return within;
    const found = find(inner, names, within);
    if (found) return found;
  }
  return undefined;
}

function holdsNode(value: unknown, names: Names): boolean {
  const items = isMap(value) ? Object.values(value).flat() : [value].flat();
  return items.some((item) => isMap(item) && !Object.keys(item).some((key) => names.value.has(key)));
}

function namesIn(root: unknown): Names {
  const names = {
    containers: new Set<string>(),
    included: new Set(['@included']),
    set: new Set(['@set']),
    id: new Set(['@id']),
    value: new Set(['@value']),
  };
  const visit = (value: unknown, inContext: boolean): void => {
    if (Array.isArray(value)) for (const item of value) visit(item, inContext);
    else if (isMap(value)) {
      for (const [key, inner] of Object.entries(value)) {
        if (inContext) {
          const { '@container': container, '@id': own = inner } = isMap(inner) ? inner : {};
          if ([container].flat().some((kind) => MIXED.test(String(kind)))) names.containers.add(key);
          for (const kind of ['included', 'set', 'id', 'value'] as const)
            if (own === `@${kind}`) names[kind].add(key);
        }
        visit(inner, inContext || key === '@context');
      }
    }
  };
  visit(root, false);
  return names;
}

function isMap(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
