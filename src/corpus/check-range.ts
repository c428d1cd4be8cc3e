/** Holds claims against domain and range of their predicate, and qualifiers against their range. */
import { isClaimRef, isEntityRef, type OntologyProperty, type Subject, type Value } from '../model/index.ts';
import type { ArticleContext } from './article-context.ts';
import { datatypeOf, LANG_STRING, literalFits, QUANTITY, XSD } from './datatypes.ts';
import type { Path, SourcePart } from './source.ts';
import type { Vocabulary } from './vocabulary.ts';

type Context = Pick<ArticleContext, 'vocabulary' | 'problems' | 'entities'>;

/** Reports a subject that the predicate is not said of. */
export function checkDomain(
  subject: Subject,
  object: Value | undefined,
  predicate: OntologyProperty,
  part: SourcePart,
  path: Path,
  context: Context,
): void {
  const { vocabulary, problems } = context;
  const kind = kindOf(subject, context);
  if (kind === undefined || predicate.domain.length === 0) return;
  if (
    isClaimRef(subject)
      ? vocabulary.allowsClaims(predicate.domain)
      : vocabulary.isKindOf(kind, predicate.domain)
  )
    return;
  const swapped = object !== undefined && fitsSwapped(subject, object, predicate, context);
  const message = `the subject of \`${predicate.id}\` must be ${list(predicate.domain)}, not ${aKind(kind)}`;
  problems.error('outside-domain', message, {
    place: part.place(path),
    value: spell(subject),
    hint: swapped
      ? 'subject and object look swapped'
      : "change the predicate, or the entity's kind, or widen the domain in the ontology",
  });
}

/** Reports a value that the property does not take. */
export function checkRange(
  value: Value,
  property: OntologyProperty,
  part: SourcePart,
  path: Path,
  context: Context,
): void {
  const { vocabulary, problems } = context;
  const { range, values } = property;
  const refuse = (what: string, hint: string): void => {
    const noun = property.use === 'predicate' ? 'object' : 'value';
    const wanted = range.length > 0 ? list(range) : values === 'thing' ? 'an entity or a claim' : 'a literal';
    const message = `the ${noun} of \`${property.id}\` must be ${wanted}, not ${what}`;
    problems.error('outside-range', message, { place: part.place(path), value: spell(value), hint });
  };
  const literals = range.filter((id) => !vocabulary.classesOf(range).includes(id));
  if (isEntityRef(value) || isClaimRef(value)) {
    const kind = kindOf(value, context);
    const classes = vocabulary.classesOf(range);
    if (kind === undefined) return;
    if (values === 'literal' || (range.length > 0 && classes.length === 0)) {
      refuse(
        isClaimRef(value) ? 'a claim' : 'an entity',
        `write it like {value: ${exampleFor(literals, vocabulary)}}`,
      );
    } else if (isClaimRef(value) ? !vocabulary.allowsClaims(classes) : !vocabulary.isKindOf(kind, classes)) {
      refuse(aKind(kind), "change the property, or the entity's kind, or widen the range in the ontology");
    }
    return;
  }
  const datatype = value.lang !== undefined ? LANG_STRING : vocabulary.iri(value.datatype ?? 'xsd:string');
  const isQuantity = value.unit !== undefined || value.min !== undefined || value.max !== undefined;
  const fits =
    range.length === 0
      ? values !== 'thing' || isQuantity
      : range.includes(value.datatype ?? '') ||
        literalFits(
          datatype,
          isQuantity,
          range.map((id) => vocabulary.iri(id)),
        );
  if (fits) return;
  const name =
    value.lang !== undefined ? `text in ${value.lang}` : `a literal of ${value.datatype ?? 'xsd:string'}`;
  refuse(name, literalHint(range, literals, value.lang, vocabulary));
}

/** Reports a bare text, which names an entity, where the property takes literals only. */
export function refuseBareText(
  text: string,
  property: OntologyProperty,
  part: SourcePart,
  path: Path,
  { vocabulary, problems }: Pick<Context, 'vocabulary' | 'problems'>,
): void {
  const isText = property.range.some((id) => vocabulary.iri(id) === LANG_STRING);
  const wanted = property.range.length > 0 ? list(property.range) : 'a literal';
  const message = `\`${property.id}\` takes ${wanted}, and a bare text is the id of an entity`;
  const hint = isText
    ? `write {value: ${text}, lang: en}`
    : `write it like {value: ${exampleFor(property.range, vocabulary)}}`;
  problems.error('outside-range', message, { place: part.place(path), value: text, hint });
}

/** The way out for a literal that the range does not hold. */
function literalHint(
  range: readonly string[],
  literals: readonly string[],
  lang: string | undefined,
  vocabulary: Vocabulary,
): string {
  if (range.some((id) => vocabulary.iri(id) === QUANTITY))
    return 'write a number with its unit, {value: 3, unit: percent}, or a range {min: 80, max: 120}';
  if (literals.length === 0) return 'name an entity by its id';
  if (lang === undefined && literals.some((id) => vocabulary.iri(id) === LANG_STRING))
    return 'say its language: {value: ..., lang: en}';
  return `write it like {value: ${exampleFor(literals, vocabulary)}}`;
}

/** The kind of an entity, or the class of claims; `undefined` where the kind is unknown and reported already. */
function kindOf(value: Subject | Value, { entities }: Context): string | undefined {
  if (isClaimRef(value)) return 'clew:Claim';
  return isEntityRef(value) ? entities?.kinds.get(value.entity) : undefined;
}

function fitsSwapped(
  subject: Subject,
  object: Value,
  { domain, range }: OntologyProperty,
  context: Context,
): boolean {
  const { vocabulary } = context;
  const subjectKind = kindOf(subject, context);
  const objectKind = kindOf(object, context);
  if (subjectKind === undefined || objectKind === undefined || !isEntityRef(subject) || !isEntityRef(object))
    return false;
  return (
    vocabulary.isKindOf(objectKind, domain) && vocabulary.isKindOf(subjectKind, vocabulary.classesOf(range))
  );
}

function list(ids: readonly string[]): string {
  return ids.map((id) => `a \`${id}\``).join(' or ');
}

function aKind(kind: string): string {
  return kind === 'clew:Claim' ? 'a claim' : `a \`${kind}\``;
}

function exampleFor(range: readonly string[], vocabulary: Vocabulary): string {
  const id = range[0] ?? 'xsd:string';
  const iri = vocabulary.iri(id);
  const example = datatypeOf(iri)?.example ?? '...';
  const byItself = [`${XSD}string`, `${XSD}integer`, `${XSD}decimal`, `${XSD}boolean`].includes(iri);
  return byItself || datatypeOf(iri) === undefined ? example : `${example}, datatype: ${id}`;
}

function spell(value: Value): string {
  if (isEntityRef(value)) return value.entity;
  if (isClaimRef(value)) return `${value.article}/${value.claim}`;
  return value.value ?? `${value.min ?? ''}..${value.max ?? ''}`;
}
