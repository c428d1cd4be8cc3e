// Made-up datasets for the benches: articles for RDF, one large graph for graph files.

const words = (text) => ({ en: text, vi: `${text} – tiếng Việt` });
const term = (id) => ({ id, label: words(id.slice(3)), definition: words(`A ${id.slice(3)}.`), parents: [] });
const byId = (list) => Object.fromEntries(list.map((item) => [item.id, item]));
const property = (id) => ({
  ...term(id),
  domain: [],
  range: [],
  values: 'any',
  use: id === 'ex:rank' ? 'qualifier' : 'predicate',
  needsQualifiers: false,
  comparison: false,
});

/** Claims of an article. */
export const CLAIMS = 30;

/** Articles of 30 claims each about 20 entities, which other articles speak of too. @param {number} claims at least */
export function articlesDataset(claims) {
  const count = Math.ceil(claims / CLAIMS);
  const articles = Array.from({ length: count }, (_, a) => {
    const article = `article-${String(a).padStart(6, '0')}`;
    const ids = Array.from({ length: 20 }, (_, n) => `entity-${(a * 7 + n) % 5000}`);
    const entities = ids.map((id, n) => ({
      id,
      kind: n % 2 ? 'ex:Company' : 'ex:Person',
      label: words(id),
      aliases: [{ text: `E${id.slice(7)}` }],
      description: words('A made-up thing.'),
      sameAs: [],
      closeMatch: [],
      mentions: [{ span: { start: n * 50, end: n * 50 + 8 }, form: 'name' }],
    }));
    const claims = Array.from({ length: CLAIMS }, (_, n) => ({
      id: `c${n + 1}`,
      article,
      subject: { entity: ids[n % 20] },
      predicate: n % 3 ? 'ex:operates' : 'ex:supplies',
      object: { entity: ids[(n * 7 + 1) % 20] },
      qualifiers:
        n % 4 ? [] : [{ property: 'ex:rank', value: { value: String(n), datatype: 'xsd:integer' } }],
      ...(n % 5 ? {} : { time: '2031-05', confidence: 0.9 }),
      ...(n % 3
        ? {}
        : {
            attribution: {
              speaker: ids[0],
              form: 'indirect',
              verb: 'said',
              spans: [{ start: n, end: n + 5 }],
            },
          }),
      modality: n % 3 ? 'asserted' : 'reported',
      polarity: n % 17 ? 'positive' : 'negative',
      derivation: 'explicit',
      statement: words(`Claim number ${n} of article ${a} says that one entity does something to another.`),
      evidence: [{ start: n * 60, end: n * 60 + 40 }],
    }));
    return {
      id: article,
      title: words(`Article ${a}`),
      titleIsOurs: false,
      language: 'en',
      credits: [],
      text: { sha256: '0'.repeat(64), codePoints: 3000 },
      paragraphs: Array.from({ length: 6 }, (_, n) => ({
        span: { start: n * 400, end: n * 400 + 390 },
        digest: words(`What paragraph ${n} says.`),
      })),
      structure: [],
      entities,
      claims,
    };
  });
  return {
    id: 'bench',
    base: 'https://data.example/bench/',
    title: words('Bench'),
    description: words('Made-up articles.'),
    licence: 'https://creativecommons.org/publicdomain/zero/1.0/',
    languages: ['en', 'vi'],
    prefixes: { ex: 'https://vocab.example/ns#' },
    issued: '2031-01-01',
    modified: '2031-01-01',
    ontology: {
      classes: byId(['ex:Company', 'ex:Person'].map(term)),
      properties: byId(['ex:operates', 'ex:rank', 'ex:supplies'].map(property)),
    },
    articles,
    identity: [],
  };
}

const KINDS = ['ex:Company', 'ex:Person', 'ex:Place', 'ex:Ship'];
const PREDICATES = ['ex:operates', 'ex:leads', 'ex:supplies'];
const idOf = (n) => `entity-${String(n).padStart(7, '0')}`;

/** One article with a third as many entities as claims; every fifth claim carries a confidence. @param {number} count of claims */
export function graphDataset(count) {
  const size = Math.ceil(count / 3);
  const entities = Array.from({ length: size }, (_, n) => ({
    id: idOf(n),
    kind: KINDS[n % KINDS.length],
    label: words(`Entity no. ${n} & <friends>`),
    aliases: [{ text: `E${n}` }],
    description: words(`The entity that was counted as number ${n}.`),
    sameAs: [],
    closeMatch: [],
    mentions: [],
  }));
  const claims = Array.from({ length: count }, (_, n) => ({
    id: `c${n}`,
    article: 'a',
    subject: { entity: idOf((n * 7919) % size) },
    predicate: PREDICATES[n % PREDICATES.length],
    object: { entity: idOf((n * 104_729 + 1) % size) },
    qualifiers: [],
    modality: 'asserted',
    polarity: n % 17 === 0 ? 'negative' : 'positive',
    derivation: 'explicit',
    ...(n % 5 === 0 ? { confidence: (n % 100) / 100 } : {}),
    statement: words(`Claim number ${n} says that one entity does something to another.`),
    evidence: [{ start: n * 10, end: n * 10 + 9 }],
  }));
  return {
    id: 'bench',
    base: 'https://data.example/bench/',
    title: words('Bench'),
    description: words('A made-up graph.'),
    licence: 'https://creativecommons.org/publicdomain/zero/1.0/',
    languages: ['en', 'vi'],
    prefixes: { ex: 'https://vocab.example/ns#' },
    issued: '2031-01-01',
    modified: '2031-01-01',
    ontology: { classes: byId(KINDS.map(term)), properties: byId(PREDICATES.map(term)) },
    articles: [
      {
        id: 'a',
        title: words('A'),
        titleIsOurs: true,
        language: 'en',
        credits: [],
        text: { sha256: '0'.repeat(64), codePoints: size * 30 },
        paragraphs: [],
        structure: [],
        entities,
        claims,
      },
    ],
    identity: [],
  };
}
