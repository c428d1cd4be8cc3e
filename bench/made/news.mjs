// A made-up dataset as news gives one: articles of 40 claims, busy entities in many of them, speakers, times, doubts, claims about claims.

import { article, dataset, words } from './frame.mjs';
import { randomFrom } from './random.mjs';

/** Claims of an article. */
const CLAIMS = 40;

const KINDS = ['Company', 'Person', 'Place', 'Ship', 'Policy', 'Concept', 'Work', 'Organization', 'Event'];
const PREDICATES = ['operates', 'leads', 'supplies', 'owns', 'competesWith', 'partOf', 'funds', 'launched'];
const FIRST = [
  'North',
  'Harbour',
  'Quick',
  'Old',
  'Silver',
  'Coast',
  'Grey',
  'Storm',
  'Amber',
  'Polar',
  'Đông',
];
const SECOND = ['Line', 'Works', 'Tern', 'Dock', 'Port', 'Union', 'Bank', 'Light', 'Yard', 'Fleet', 'Hải'];

/**
 * @param {number} size entities; claims are three times as many
 * @param {number} seed any whole number; the same gives the same dataset
 */
export function newsDataset(size, seed = 1) {
  const random = randomFrom(seed);
  const below = (count) => Math.floor(random() * count);
  const pick = (list) => list[below(list.length)];
  const entities = Array.from({ length: size }, (_, n) => {
    const name = `${pick(FIRST)} ${pick(SECOND)} ${n}`;
    return {
      id: `e${n}`,
      // Skewed: some kinds are common, some rare.
      kind: `ex:${KINDS[Math.floor(random() ** 2 * KINDS.length)]}`,
      label: words(name),
      aliases: n % 3 ? [] : [{ text: `${name.slice(0, 2).toUpperCase()}-${n}` }],
      description: n % 2 ? {} : words(`An invented thing called ${name}.`),
      sameAs: [],
      closeMatch: [],
      mentions: [],
    };
  });
  const total = size * 3;
  const articles = [];
  for (let made = 0; made < total; made += CLAIMS) {
    const id = `a${articles.length}`;
    // Its own corner of the world, and a few that everybody writes about.
    const corner = Math.floor((made / total) * size);
    const near = () => entities[(corner + below(Math.min(size, CLAIMS))) % size];
    const known = () => entities[Math.floor(random() ** 4 * size)];
    const anyone = () => (random() < 0.8 ? near() : known());
    const used = new Map();
    const use = (entity) => {
      used.set(entity.id, entity);
      return { entity: entity.id };
    };
    const claims = Array.from({ length: Math.min(CLAIMS, total - made) }, (_, n) => {
      const about = n > 3 && random() < 0.03 ? { claim: `c${below(n)}`, article: id } : undefined;
      const subject = about ?? use(made + n < size ? entities[made + n] : anyone());
      const literal = random() < 0.04;
      const said = random() < 0.35;
      const year = 1990 + below(40);
      return {
        id: `c${n}`,
        article: id,
        subject,
        predicate: `ex:${pick(PREDICATES)}`,
        object: literal ? { value: String(below(1000)), datatype: 'xsd:integer' } : use(anyone()),
        qualifiers: [],
        ...(random() < 0.6 && {
          time: random() < 0.5 ? String(year) : `${year}-${String(1 + below(12)).padStart(2, '0')}`,
        }),
        ...(random() < 0.5 && { confidence: Math.round(random() * 100) / 100 }),
        ...(said && { attribution: { speaker: use(known()).entity, form: 'indirect', spans: [] } }),
        modality: said ? 'reported' : random() < 0.1 ? 'predicted' : 'asserted',
        polarity: random() < 0.06 ? 'negative' : 'positive',
        derivation: random() < 0.08 ? 'implied' : 'explicit',
        statement: words(
          `In the year ${year} one did something to another, as claim ${n} of article ${id} says.`,
        ),
        evidence: [{ start: n * 60, end: n * 60 + 40 }],
      };
    });
    articles.push(
      article(id, `Article ${articles.length}`, {
        published: `2030-${String(1 + (articles.length % 12)).padStart(2, '0')}-01`,
        codePoints: CLAIMS * 60,
        paragraphs: 4,
        step: 600,
        entities: [...used.values()],
        claims,
      }),
    );
  }
  return dataset(
    articles,
    KINDS.map((name) => `ex:${name}`),
    PREDICATES.map((name) => `ex:${name}`),
  );
}
