// The documentation of the ontologies as one HTML page, made of nothing but what the ontologies, shapes and context say.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { escaped, kindsDiagram, recordsDiagram } from './diagrams.mjs';
import { compact, readRecords, readVocabulary } from './read.mjs';

const SECTIONS = [
  [
    'records',
    'Records',
    'Bản ghi',
    'What Clew keeps of an article: the record classes, and what each points to.',
  ],
  [
    'record-properties',
    'Properties of records',
    'Thuộc tính của bản ghi',
    'What is said of a record. Data folders have fields of their own for these.',
  ],
  ['values', 'Values', 'Giá trị', 'The values that some properties choose from.'],
  ['kinds', 'Kinds of entities', 'Loại thực thể', 'What an entity may be: write one as `kind:`.'],
  ['predicates', 'Predicates', 'Vị từ', 'What a claim may say: write one as `predicate:`.'],
  [
    'qualifiers',
    'Qualifiers',
    'Thuộc tính kèm',
    'What may stand on a claim beside its object: write them under `qualifiers:`.',
  ],
  [
    'annotations',
    'Annotations on terms',
    'Chú giải của thuật ngữ',
    'How an ontology tells Clew what a term is for. Your own ontology may use them too.',
  ],
];

/** Reads `ontology/` under the root. @returns the page */
export function ontologyPage(root) {
  const read = (name) => readFileSync(join(root, 'ontology', name), 'utf8');
  const files = ['clew.ttl', 'news.ttl'].map((name) => ({ name, text: read(name) }));
  const vocabulary = readVocabulary(files, read('context.jsonld'));
  const { records, prefixes } = readRecords(read('shapes.ttl'));
  return page(
    { ...vocabulary, prefixes: { ...prefixes, ...vocabulary.prefixes } },
    records,
    readFileSync(join(import.meta.dirname, 'style.css'), 'utf8'),
  );
}

/** @param style CSS of the page */
export function page(vocabulary, records, style) {
  const { ontologies, terms } = vocabulary;
  const shaped = new Set(records.flatMap(({ iri, rows }) => [iri, ...rows.map(({ path }) => path)]));
  const sections = SECTIONS.map(([id, ...rest]) => ({
    id,
    words: rest,
    terms: [...terms.values()]
      .filter((term) => sectionOf(term) === id)
      .sort((a, b) => (a.local < b.local ? -1 : 1)),
  })).filter((section) => section.terms.length > 0);
  const pictures = {
    records: () => recordsDiagram(records, vocabulary),
    kinds: () => kindsDiagram(sections.find(({ id }) => id === 'kinds').terms, vocabulary),
  };
  const nav = sections.map(
    ({ id, words, terms: list }) =>
      `<details><summary><a href="#${id}">${escaped(words[0])}</a> <span class="count">${list.length}</span></summary><ul>${list
        .map((term) => `<li><a href="#${escaped(term.local)}">${escaped(term.local)}</a></li>`)
        .join('')}</ul></details>`,
  );
  const body = sections.map(
    ({ id, words: [en, vi, intro], terms: list }) =>
      `<section aria-labelledby="${id}"><h2 id="${id}">${escaped(en)} <span lang="vi">${escaped(vi)}</span></h2><p class="intro">${code(intro)}</p>${pictures[id]?.() ?? ''}${list
        .map((term) => entry(term, vocabulary, shaped))
        .join('')}</section>`,
  );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Clew: the ontologies</title>
<meta name="description" content="Classes and properties of the Clew core and news vocabularies, in English and Vietnamese.">
<style>
${style.trim()}
</style>
</head>
<body>
<a class="skip" href="#content">Skip to the terms</a>
<header><h1>Clew: the ontologies</h1>${ontologies.map(ontologyHead).join('')}
<p class="files">Files: ${['clew.ttl', 'news.ttl', 'shapes.ttl', 'form-shapes.ttl', 'description-shapes.ttl', 'context.jsonld'].map((file) => `<a href="../ontology/${file}">${file}</a>`).join(', ')}. This page is made from them by <code>npm run docs</code>.</p></header>
<div class="columns">
<nav aria-label="Terms">${nav.join('')}</nav>
<main id="content">
${body.join('\n')}
</main>
</div>
</body>
</html>
`;
}

function sectionOf(term) {
  if (term.kind === 'annotation') return 'annotations';
  if (term.kind === 'value') return 'values';
  if (term.kind === 'class') return term.use === 'structure' ? 'records' : 'kinds';
  return { structure: 'record-properties', qualifier: 'qualifiers' }[term.use] ?? 'predicates';
}

function ontologyHead({ iri, label, description, version, licence }) {
  return `<section class="ontology"><h2>${escaped(label.en)} <span lang="vi">${escaped(label.vi)}</span></h2><p>${escaped(description.en)}<br><span lang="vi">${escaped(description.vi)}</span></p><p class="meta"><code>${escaped(iri)}</code> · version ${escaped(version)} · <a href="${escaped(licence)}" rel="license">licence</a></p></section>`;
}

const USES = {
  records: 'class of a record that Clew writes',
  'record-properties': 'property of a record',
  values: 'value',
  kinds: 'kind of an entity',
  predicates: 'predicate of a claim',
  qualifiers: 'qualifier of a claim',
  annotations: 'annotation on a term of an ontology',
};

function entry(term, { terms, prefixes }, shaped) {
  const links = (iris) =>
    [...new Set(iris)]
      .sort()
      .map((iri) => reference(iri, terms, prefixes))
      .join(', ');
  const [inside, outside] = [true, false].map((own) => term.parents.filter((iri) => terms.has(iri) === own));
  const isClass = term.kind === 'class';
  const takes =
    term.thing && term.literal
      ? 'things and texts'
      : term.thing
        ? 'a thing'
        : term.literal
          ? 'a text, number or date'
          : 'a thing or a text';
  const rows = [
    ['Used as', escaped(USES[sectionOf(term)])],
    [isClass ? 'Below' : 'Special case of', links(inside)],
    [
      'Aligned with',
      links([...outside, ...term.inverse.filter((iri) => !terms.has(iri)).map((iri) => `^${iri}`)]),
    ],
    ['Inverse of', links(term.inverse.filter((iri) => terms.has(iri)))],
    ['See also', links(term.seeAlso)],
    [isClass ? 'Above' : 'General case of', links(term.children)],
    ['Is a', links(term.classes)],
    ['Values', links(term.members)],
    ['Said of', term.kind === 'property' ? links(term.domain) || 'anything' : ''],
    ['Takes', term.kind === 'property' ? links(term.range) || takes : ''],
    ['Subject of', links(term.domainOf)],
    ['Object of', links(term.rangeOf)],
    ['In JSON-LD', term.jsonNames.map((name) => `<code>${escaped(name)}</code>`).join(', ')],
    ['Shape', shaped.has(term.iri) ? '<a href="../ontology/shapes.ttl">shapes.ttl</a>' : ''],
  ].filter(([, value]) => value !== '');
  const marks = [
    term.needsQualifiers && [
      'needs qualifiers',
      'Without its qualifiers a claim with this predicate would be false, so it never becomes a plain triple.',
    ],
    term.comparison && ['comparison', 'It compares its subject with its object.'],
    term.symmetric && ['symmetric', 'What holds one way holds the other way.'],
  ].filter(Boolean);
  return `<article class="term"><h3 id="${escaped(term.local)}"><a href="#${escaped(term.local)}">${escaped(compact(term.iri, prefixes))}</a></h3><p class="labels"><b>${escaped(term.label.en)}</b> · <b lang="vi">${escaped(term.label.vi)}</b></p><p>${escaped(term.definition.en)}<br><span lang="vi">${escaped(term.definition.vi)}</span></p>${marks
    .map(([mark, text]) => `<p class="mark"><b>${escaped(mark)}</b> ${escaped(text)}</p>`)
    .join(
      '',
    )}<dl>${rows.map(([name, value]) => `<div><dt>${escaped(name)}</dt><dd>${value}</dd></div>`).join('')}</dl></article>`;
}

/** A link to a term: of ours to its entry, of others to its own address. `^` before an IRI stands for its inverse. */
function reference(iri, terms, prefixes) {
  const bare = iri.replace(/^\^/, '');
  const text = `${iri === bare ? '' : 'inverse of '}${escaped(compact(bare, prefixes))}`;
  const own = terms.get(bare);
  return own
    ? `<a href="#${escaped(own.local)}">${text}</a>`
    : `<a class="foreign" href="${escaped(bare)}">${text}</a>`;
}

/** Backquotes as code. */
function code(text) {
  return escaped(text).replace(/`([^`]+)`/g, '<code>$1</code>');
}
