/** Random documents of JSON-LD with every container, nested graphs, lists, reverse properties, and contexts of all scopes. */
import fc from 'fast-check';

const XSD = 'http://www.w3.org/2001/XMLSchema#';
const CONTEXT = {
  '@version': 1.1,
  '@vocab': 'http://v/',
  e: 'http://e/',
  included: '@included',
  nested: '@nest',
  list: { '@container': '@list' },
  set: { '@container': '@set' },
  text: { '@container': '@language' },
  arabic: { '@language': 'ar', '@direction': 'rtl' },
  index: { '@container': '@index' },
  rank: { '@container': '@index', '@index': 'rankOf' },
  byName: { '@container': '@id' },
  byClass: { '@container': '@type' },
  graph: { '@container': '@graph' },
  graphs: { '@container': ['@graph', '@index'] },
  graphsByName: { '@container': ['@graph', '@id', '@set'] },
  parent: { '@reverse': 'child' },
  reference: { '@type': '@id' },
  word: { '@type': '@vocab' },
  date: { '@type': `${XSD}date` },
  double: { '@type': `${XSD}double` },
  plain: { '@type': '@none' },
  json: { '@type': '@json' },
  scoped: { '@context': { '@vocab': 'http://scoped/', p: { '@type': '@id' } } },
  lasting: { '@context': { '@propagate': false, p: 'http://lasting/p' } },
  A: { '@context': { p: 'http://class-a/p', list: 'http://class-a/list' } },
  B: { '@context': { '@propagate': true, p: { '@id': 'http://class-b/p', '@container': '@list' } } },
};

const iri = fc.constantFrom('http://e/1', 'e:2', 'http://e/3', 'relative', '#part', '_:x', '_:y');
const word = fc.constantFrom('s', 'two-words', 'é', '', 'http://e/1', 'A');
const scalar = fc.oneof(word, fc.integer(), fc.boolean(), fc.constantFrom<unknown>(1.5, 1e30, -0.25, null));
const valueObject = fc.oneof(
  scalar.map((value) => ({ '@value': value ?? 0 })),
  word.map((value) => ({ '@value': value, '@language': 'en-GB', '@index': 'i' })),
  word.map((value) => ({ '@value': value, '@language': 'ar', '@direction': 'rtl' })),
  word.map((value) => ({ '@value': value, '@type': `${XSD}token` })),
  fc.constantFrom<unknown>(
    { '@value': 5, '@type': `${XSD}double` },
    { '@value': [1, { b: 2, a: [] }], '@type': '@json' },
  ),
);
const oneOrMore = <T>(item: fc.Arbitrary<T>) => fc.oneof(item, fc.array(item, { maxLength: 3 }));
const byKey = (key: fc.Arbitrary<string>, value: fc.Arbitrary<unknown>, maxKeys = 3) =>
  fc.dictionary(key, value, { minKeys: 1, maxKeys, noNullPrototype: true });
const indexes = fc.constantFrom('k', 'l', 'e:m', '@none');

/**
 * jsonld.js takes contexts that end with their node over into maps by name, into what is included, and from one class of a map to
 * the next, against the specification (API 5.1.2, steps 7 and 13.8): such contexts and those keys stand in different documents.
 */
type Kind = 'ending contexts' | 'maps by name';

/** @param depth how many nodes and lists may stand within each other */
function node(kind: Kind, depth: number): fc.Arbitrary<Record<string, unknown>> {
  const simple = fc.oneof(scalar, valueObject, fc.record({ '@id': iri }));
  const inner =
    depth === 0 ? fc.record({ '@id': iri, p: scalar }, { requiredKeys: ['p'] }) : node(kind, depth - 1);
  const nodes = oneOrMore(inner);
  // jsonld.js takes a container of graphs that holds nothing or a name alone for none, and a list of null for a cell without an item.
  const graph = inner.map((held) => ({ ...held, 'http://e/q': 'graph' }));
  const graphs = fc.oneof(graph, fc.array(graph, { minLength: 1, maxLength: 3 }));
  const list = oneOrMore(fc.oneof(simple, inner, fc.array(fc.oneof(simple, inner), { maxLength: 2 })));
  const value = fc.oneof(
    simple,
    inner,
    list.map((held) => ({ '@list': held ?? [] })),
  );
  const values = oneOrMore(value);
  const fields: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
    '@id': iri,
    p: values,
    'http://e/q': values,
    list,
    set: fc.oneof(
      values,
      values.map((held) => ({ '@set': held ?? [] })),
    ),
    text: byKey(fc.constantFrom('en', 'vi', '@none'), oneOrMore(word)),
    arabic: word,
    index: byKey(indexes, values),
    rank: byKey(indexes, nodes),
    graph: graphs,
    graphs: byKey(indexes, graphs),
    parent: nodes,
    '@reverse': fc.record({ r: nodes }),
    nested: fc.record({ p: values, nestedOnly: value }, { requiredKeys: [] }),
    reference: oneOrMore(iri),
    word: oneOrMore(fc.constantFrom('A', 'C', 'e:2', '#part')),
    date: scalar,
    double: fc.integer(),
    plain: scalar,
    json: fc.constantFrom<unknown>([1, { b: 'é', a: null }], 1.5, true, 'x', {}),
    '@graph': nodes,
    '@context': fc.constantFrom<unknown>({ p: 'http://own/p' }, { '@language': 'fr' }, [null, CONTEXT], {
      '@vocab': 'http://other/',
      '@base': 'http://base/x/',
    }),
  };
  const ofKind: Record<Kind, typeof fields> = {
    'ending contexts': {
      '@type': oneOrMore(fc.constantFrom('A', 'B', 'C', 'e:D')),
      byClass: byKey(fc.constantFrom('A', 'B', 'C', '@none'), oneOrMore(fc.oneof(inner, iri)), 1),
      lasting: values,
      scoped: values,
    },
    'maps by name': {
      byName: byKey(iri, nodes.map(withoutNames)),
      graphsByName: byKey(fc.constantFrom('http://g/1', 'e:g', '@none'), graphs),
      included: nodes,
    },
  };
  const field = fc.oneof(
    ...Object.entries({ ...fields, ...ofKind[kind] }).map(([key, held]) => fc.tuple(fc.constant(key), held)),
  );
  return fc
    .uniqueArray(field, { selector: ([key]) => key, minLength: 1, maxLength: 4 })
    .map((entries) => Object.fromEntries(entries));
}

/** What a map by name names already. */
function withoutNames(nodes: unknown): unknown {
  if (Array.isArray(nodes)) return nodes.map(withoutNames);
  const { '@id': _, ...rest } = nodes as Record<string, unknown>;
  return rest;
}

export const randomJsonLd = fc
  .oneof(node('ending contexts', 2), node('maps by name', 2))
  .map((root) => ({ ...root, '@context': CONTEXT }));
