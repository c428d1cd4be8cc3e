// What made-up datasets have in common: texts in two languages, terms, and all of a dataset but its articles.

/** Templates leave texts in pieces that are joined when they are first read, in the midst of what is measured: joined here. */
export const joined = (text) => JSON.parse(JSON.stringify(text));

export const words = (text) => ({ en: joined(text), vi: joined(`${text} – tiếng Việt`) });

const term = (id) => ({
  id,
  label: words(id.slice(id.indexOf(':') + 1)),
  definition: words(`Of the kind ${id}.`),
  parents: [],
});

const property = (id) => ({
  ...term(id),
  domain: [],
  range: [],
  values: 'any',
  use: id === 'ex:rank' ? 'qualifier' : 'predicate',
  needsQualifiers: false,
  comparison: false,
});

const byId = (list) => Object.fromEntries(list.map((item) => [item.id, item]));

/** @param {string[]} kinds @param {string[]} predicates CURIEs of the prefix `ex` */
export function dataset(articles, kinds, predicates) {
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
    ontology: { classes: byId(kinds.map(term)), properties: byId(predicates.map(property)) },
    articles,
    identity: [],
  };
}

/** An article of a text of so many code points, with a digest for each paragraph of `step` of them. */
export function article(id, title, { codePoints, paragraphs = 0, step = 0, ...rest }) {
  return {
    id,
    title: words(title),
    titleIsOurs: true,
    language: 'en',
    credits: [],
    text: { sha256: '0'.repeat(64), codePoints },
    paragraphs: Array.from({ length: paragraphs }, (_, n) => ({
      span: { start: n * step, end: n * step + step - 10 },
      digest: words(`What paragraph ${n} says.`),
    })),
    structure: [],
    ...rest,
  };
}
