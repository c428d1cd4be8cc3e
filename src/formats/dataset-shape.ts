/** Is this a dataset? What a file claims to be one is looked at field by field before anything is built on it. */
import {
  ATTRIBUTION_FORMS,
  DERIVATIONS,
  ID_PATTERN,
  MENTION_FORMS,
  MODALITIES,
  POLARITIES,
  type Problem,
  STRUCTURE_ROLES,
} from '../model/index.ts';

/** Told what is wrong, and where. */
interface Telling {
  /** The way to a value, by names and places in lists: put into words only where something is wrong. */
  readonly path: (string | number)[];
  wrong(expected: string, value: unknown): void;
}

/** Whether a value has a shape. @param told where it has not, of everything that is wrong; else the first ends the look */
type Check = (value: unknown, told?: Telling) => boolean;

const fail = (expected: string, value: unknown, told: Telling | undefined): boolean => {
  told?.wrong(expected, value);
  return false;
};
const plain =
  (expected: string, holds: (value: unknown) => boolean): Check =>
  (value, told) =>
    holds(value) || fail(expected, value, told);
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const text = plain('a text', (value) => typeof value === 'string');
const flag = plain('true or false', (value) => typeof value === 'boolean');
const offset = plain(
  'a whole number from 0',
  (value) => Number.isSafeInteger(value) && (value as number) >= 0,
);
const share = plain('a number from 0 to 1', (v) => typeof v === 'number' && v >= 0 && v <= 1);
const id = plain('an id', (value) => typeof value === 'string' && ID_PATTERN.test(value));
const oneOf = (words: readonly string[]) =>
  plain(`one of ${words.join(', ')}`, (value) => words.includes(value as string));
/** Looks at a part of what lies at the path. */
function inside(name: string | number, check: Check, value: unknown, told: Telling | undefined): boolean {
  if (told === undefined) return check(value);
  told.path.push(name);
  const holds = check(value, told);
  told.path.pop();
  return holds;
}
const list =
  (item: Check): Check =>
  (value, told) => {
    if (!Array.isArray(value)) return fail('a list', value, told);
    let holds = true;
    for (let i = 0; i < value.length && (holds || told !== undefined); i += 1) {
      holds = inside(i, item, value[i], told) && holds;
    }
    return holds;
  };
const table =
  (item: Check): Check =>
  (value, told) => {
    if (!isRecord(value)) return fail('a table', value, told);
    let holds = true;
    for (const key of Object.keys(value)) {
      holds = inside(key, item, value[key], told) && holds;
      if (!holds && told === undefined) return false;
    }
    return holds;
  };
/** Fields whose name ends in `?` may be absent; fields that are not named are left alone. */
const fields = (checks: Readonly<Record<string, Check>>): Check => {
  const known = Object.entries(checks).map(([name, check]) => {
    const field = name.replace(/\?$/, '');
    return { field, check, optional: field !== name };
  });
  return (value, told) => {
    if (!isRecord(value)) return fail('an object', value, told);
    let holds = true;
    for (const { field, check, optional } of known) {
      const one = value[field];
      if (one === undefined && optional) continue;
      holds = inside(field, check, one, told) && holds;
      if (!holds && told === undefined) return false;
    }
    return holds;
  };
};

const texts = table(text);
const span = fields({ start: offset, end: offset });
const literal = fields({
  'value?': text,
  'min?': text,
  'max?': text,
  'datatype?': text,
  'lang?': text,
  'unit?': text,
});
const claimRef = fields({ claim: id, article: id });
const anyValue: Check = (value, told) => {
  if (!isRecord(value)) return fail('an entity, a claim or a literal', value, told);
  if ('entity' in value) return inside('entity', id, value['entity'], told);
  return 'claim' in value ? claimRef(value, told) : literal(value, told);
};
const subject: Check = (value, told) =>
  isRecord(value) && !('entity' in value || 'claim' in value)
    ? fail('an entity or a claim', value, told)
    : anyValue(value, told);
const attribution: Check = fields({
  speaker: id,
  form: oneOf(ATTRIBUTION_FORMS),
  'channel?': id,
  'verb?': text,
  spans: list(span),
  'via?': (value, told) => attribution(value, told),
});

/** @see Entity */
export const entityShape = fields({
  id,
  'iri?': text,
  kind: text,
  'otherKinds?': list(text),
  label: texts,
  aliases: list(fields({ text, 'lang?': text })),
  description: texts,
  sameAs: list(text),
  closeMatch: list(text),
  mentions: list(fields({ span, form: oneOf(MENTION_FORMS) })),
});
/** @see Claim */
export const claimShape = fields({
  id,
  article: id,
  subject,
  predicate: text,
  object: anyValue,
  qualifiers: list(fields({ property: text, value: anyValue })),
  'time?': text,
  'said?': text,
  'attribution?': attribution,
  modality: oneOf(MODALITIES),
  polarity: oneOf(POLARITIES),
  derivation: oneOf(DERIVATIONS),
  'confidence?': share,
  statement: texts,
  evidence: list(span),
});
const articleFields = {
  id,
  title: texts,
  titleIsOurs: flag,
  'url?': text,
  language: text,
  'published?': text,
  credits: list(fields({ role: text, entity: id, spans: list(span) })),
  text: fields({ sha256: text, codePoints: offset }),
  paragraphs: list(fields({ span, digest: texts })),
  structure: list(fields({ role: oneOf(STRUCTURE_ROLES), span })),
};
const term = { id: text, label: texts, definition: texts, parents: list(text) };
const datasetFields = {
  id,
  base: text,
  title: texts,
  description: texts,
  licence: text,
  languages: list(text),
  prefixes: table(text),
  issued: text,
  modified: text,
  ontology: fields({
    classes: table(fields(term)),
    properties: table(
      fields({
        ...term,
        domain: list(text),
        range: list(text),
        values: oneOf(['thing', 'literal', 'any']),
        use: oneOf(['predicate', 'qualifier']),
        needsQualifiers: flag,
        comparison: flag,
      }),
    ),
  }),
  identity: list(fields({ a: id, b: id, same: flag, decidedBy: text, date: text, reason: text })),
};
/** A dataset whose articles come without their entities and claims. */
export const headerShape = fields({ ...datasetFields, articles: list(fields(articleFields)) });
/** @see Article */
export const articleShape = fields({
  ...articleFields,
  entities: list(entityShape),
  claims: list(claimShape),
});
export const datasetShape = fields({ ...datasetFields, articles: list(articleShape) });

/** The most problems of one value that are worth reading. */
const MOST = 20;

/**
 * What keeps `value` from having a shape, at most {@link MOST} problems; empty where it has it.
 *
 * @param where what the value is, e.g. `dataset`, for the messages
 */
export function shapeProblems(value: unknown, shape: Check, where: string): Problem[] {
  const problems: Problem[] = [];
  const path: Telling['path'] = [];
  const wrong = (expected: string, found: unknown) => {
    if (problems.length >= MOST) return;
    const way = path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${part}`)).join('');
    problems.push({
      severity: 'error',
      code: 'dataset-shape',
      message: `${where}${way === '' ? '' : `: ${way.slice(1)}`} must be ${expected}`,
      value: found === undefined ? 'nothing' : (JSON.stringify(found) ?? String(found)),
    });
  };
  try {
    if (!shape(value)) shape(value, { path, wrong });
  } catch (error) {
    // Only attributions nest, and only a hostile file nests them deep enough to use up the stack.
    if (!(error instanceof RangeError)) throw error;
    problems.push({ severity: 'error', code: 'dataset-shape', message: `${where}: the nesting is too deep` });
  }
  return problems;
}
