// Made-up datasets for the benches: articles for RDF, one large graph for graph files.

import { article, dataset, joined, words } from './frame.mjs';

/** Claims of an article. */
export const CLAIMS = 30;

/** Articles of 30 claims each about 20 entities, which other articles speak of too. @param {number} claims at least */
export function articlesDataset(claims) {
  const count = Math.ceil(claims / CLAIMS);
  const articles = Array.from({ length: count }, (_, a) => {
    const id = joined(`article-${String(a).padStart(6, '0')}`);
    const ids = Array.from({ length: 20 }, (_, n) => `entity-${(a * 7 + n) % 5000}`);
    const entities = ids.map((entity, n) => ({
      id: entity,
      kind: n % 2 ? 'ex:Company' : 'ex:Person',
      label: words(entity),
      aliases: [{ text: `E${entity.slice(7)}` }],
      description: words('A made-up thing.'),
      sameAs: [],
      closeMatch: [],
      mentions: [{ span: { start: n * 50, end: n * 50 + 8 }, form: 'name' }],
    }));
    const claims = Array.from({ length: CLAIMS }, (_, n) => ({
      id: `c${n + 1}`,
      article: id,
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
    return article(id, `Article ${a}`, {
      titleIsOurs: false,
      codePoints: 3000,
      paragraphs: 6,
      step: 400,
      entities,
      claims,
    });
  });
  return dataset(articles, ['ex:Company', 'ex:Person'], ['ex:operates', 'ex:rank', 'ex:supplies']);
}

const KINDS = ['ex:Company', 'ex:Person', 'ex:Place', 'ex:Ship'];
const PREDICATES = ['ex:operates', 'ex:leads', 'ex:supplies'];
const idOf = (n) => joined(`entity-${String(n).padStart(7, '0')}`);

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
  const one = article('a', 'A', { codePoints: size * 30, entities, claims });
  return dataset([one], KINDS, PREDICATES);
}
