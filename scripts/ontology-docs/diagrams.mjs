// Draws the two pictures of the documentation: the records with what they point to, and the tree of kinds.
import { compact } from './read.mjs';

export const escaped = (text) =>
  String(text).replace(
    /[&<>"']/g,
    (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[c],
  );

/** Where the records stand, column by column. Those that are not named here come below the last column. */
const COLUMNS = [
  ['clew:Article', 'clew:Paragraph', 'clew:StructuralSpan', 'clew:Credit'],
  ['clew:Claim', 'clew:Attribution', 'schema:QuantitativeValue'],
  ['clew:Evidence', 'clew:Mention', 'oa:SpecificResource', 'oa:TextPositionSelector', 'oa:TextQuoteSelector'],
  ['clew:Dataset', 'sh:PrefixDeclaration', 'clew:IdentityDecision'],
];
const LEFT_OUT = ['owl:', 'rdf:', 'oa:Annotation'];
const WIDTH = 212;
const GAP_X = 58;
const GAP_Y = 28;
const ROW = 17;
const HEAD = 30;

/** The records as boxes: a row for each property, with how often it stands, and a line to what it points to. */
export function recordsDiagram(records, { terms, prefixes }) {
  const name = (iri) => compact(iri, prefixes);
  const wanted = records.filter(({ iri }) => !LEFT_OUT.some((start) => name(iri).startsWith(start)));
  const placed = new Set(COLUMNS.flat());
  const rest = wanted.map(({ iri }) => name(iri)).filter((one) => !placed.has(one));
  const columns = [...COLUMNS.slice(0, -1), [...COLUMNS.at(-1), ...rest]];
  const boxes = new Map();
  let height = 0;
  for (const [x, column] of columns.entries()) {
    let y = 1;
    for (const curie of column) {
      const record = wanted.find(({ iri }) => name(iri) === curie);
      if (record === undefined) continue;
      const box = {
        curie,
        record,
        x: 1 + x * (WIDTH + GAP_X),
        y,
        height: HEAD + record.rows.length * ROW + 8,
      };
      boxes.set(record.iri, box);
      y += box.height + GAP_Y;
      height = Math.max(height, y - GAP_Y + 1);
    }
  }
  const lines = [];
  const drawn = [...boxes.values()].map((box) => {
    const rows = box.record.rows.map((row, n) => {
      const at = box.y + HEAD + n * ROW + 12;
      const far = [];
      for (const iri of row.classes) {
        const to = boxes.get(iri);
        // A line that passes behind other boxes can't be followed: a word does better.
        if (to !== undefined && Math.abs(to.x - box.x) <= WIDTH + GAP_X)
          lines.push(connection(box, at - 4, to));
        else far.push(name(iri).replace(/^.*:/, ''));
      }
      const target = far.length === 0 ? '' : `<tspan class="foreign"> → ${escaped(far.join(', '))}</tspan>`;
      const times = `${row.min}..${row.max ?? '∗'}`;
      return `<text x="${box.x + 12}" y="${at}">${link(row.path, name, terms)}${target}</text><text class="times" x="${box.x + WIDTH - 12}" y="${at}" text-anchor="end">${times}</text>`;
    });
    const thread = box.curie === 'clew:Evidence' ? ' thread' : '';
    return `<g class="box${thread}"><rect x="${box.x}" y="${box.y}" width="${WIDTH}" height="${box.height}" rx="6"/><text class="name" x="${box.x + 12}" y="${box.y + 20}">${link(box.record.iri, name, terms)}</text>${rows.join('')}</g>`;
  });
  const width = columns.length * (WIDTH + GAP_X) - GAP_X + 2;
  return svg(width, height, 'Records and what they point to', [
    '<defs><marker id="head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0 8 4 0 8Z"/></marker></defs>',
    `<g class="lines">${lines.join('')}</g>`,
    ...drawn,
  ]);
}

/** From a row to the head of another box; within a column round its right side. */
function connection(from, y, to) {
  const end = to.y + 15;
  if (from.x === to.x) {
    const x = from.x + WIDTH;
    return `<path d="M${x} ${y}C${x + 40} ${y} ${x + 40} ${end} ${x + 2} ${end}"/>`;
  }
  const right = to.x > from.x;
  const [x1, x2] = right ? [from.x + WIDTH, to.x - 2] : [from.x, to.x + WIDTH + 2];
  const bend = Math.max(36, Math.abs(x2 - x1) * 0.4) * (right ? 1 : -1);
  return `<path d="M${x1} ${y}C${x1 + bend} ${y} ${x2 - bend} ${end} ${x2} ${end}"/>`;
}

const STEP_X = 132;
const STEP_Y = 24;

/** Classes below their superclasses, from left to right, with the superclasses of other vocabularies in words. */
export function kindsDiagram(classes, { terms, prefixes }) {
  const name = (iri) => compact(iri, prefixes);
  const own = new Set(classes.map(({ iri }) => iri));
  const roots = classes.filter(({ parents }) => !parents.some((parent) => own.has(parent)));
  const parts = [];
  let row = 0;
  let width = 0;
  const draw = (term, depth) => {
    const at = row * STEP_Y + 18;
    const x = depth * STEP_X + 8;
    const foreign = term.parents.filter((parent) => !own.has(parent)).map(name);
    const said =
      foreign.length === 0 ? '' : ` <tspan class="foreign">⊑ ${escaped(foreign.join(', '))}</tspan>`;
    parts.push(
      `<circle cx="${x}" cy="${at - 4}" r="3.5"/><text x="${x + 11}" y="${at}">${link(term.iri, name, terms, term.local)}${said}</text>`,
    );
    width = Math.max(width, x + 24 + (term.local.length + foreign.join(', ').length) * 7.6);
    row += 1;
    for (const child of term.children.filter((iri) => own.has(iri)).sort()) {
      const below = row * STEP_Y + 14;
      parts.push(`<path class="branch" d="M${x} ${at}V${below}H${x + STEP_X - 6}"/>`);
      draw(terms.get(child), depth + 1);
    }
  };
  for (const root of roots.sort((a, b) => (a.local < b.local ? -1 : 1))) draw(root, 0);
  return svg(Math.ceil(width), row * STEP_Y + 8, 'Kinds of things', parts);
}

/** A term's name; one of ours leads to its entry. */
function link(iri, name, terms, text = name(iri)) {
  const term = terms.get(iri);
  return term === undefined ? escaped(text) : `<a href="#${escaped(term.local)}">${escaped(text)}</a>`;
}

function svg(width, height, title, parts) {
  return `<div class="picture" tabindex="0" role="group" aria-label="${escaped(title)}"><svg viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img"><title>${escaped(title)}</title>${parts.join('')}</svg></div>`;
}
