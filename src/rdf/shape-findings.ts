/** What a SHACL result says to a person: what is wrong, with which value, and the way out. */
import type { PathStep, ShaclResult, ShaclTerm } from 'shacl-engine';
import type { Subject, Term } from './quad.ts';
import type { ShapeGraph } from './shape-graph.ts';

/** One thing that does not have the shape that it should have. */
export interface ShapeFinding {
  /** `error` for sh:Violation; `warning` for sh:Warning and sh:Info. */
  readonly severity: 'error' | 'warning';
  /** Of the constraint, e.g. `shacl-min-count`. */
  readonly code: string;
  readonly message: string;
  readonly hint: string;
  /** The node that was looked at. */
  readonly focus: Subject;
  /** Named shape that the constraint belongs to. */
  readonly shape: string;
  /** In the words of SPARQL property paths. */
  readonly path?: string;
  /** Where the path is one property, its IRI. */
  readonly predicate?: string;
  readonly value?: Term;
}

/** By constraint component: what is said where the shape has no message, and the way out where it has no description. */
const WORDS: Readonly<Record<string, readonly [message: string, hint: string]>> = {
  Class: ['a value is of another class', 'Give a value of the class that the shape names.'],
  Closed: ['a property is not allowed here', 'Take the property away, or add it to the shape.'],
  Datatype: ['a value has another datatype', 'Give the value the datatype that the shape names.'],
  Disjoint: ['a value stands under two properties', 'Keep it under one of them.'],
  Equals: ['two properties have different values', 'Give both the same values.'],
  HasValue: ['a value is missing', 'Add the value that the shape names.'],
  In: ['a value is not on the list', 'Choose a value from the list.'],
  LanguageIn: ['a text is in another language', 'Write it in a language that the shape names.'],
  LessThan: ['a value is not less than another', 'Exchange or mend the two values.'],
  LessThanOrEquals: ['a value is greater than another', 'Exchange or mend the two values.'],
  MaxCount: ['there are too many values', 'Take some away.'],
  MaxExclusive: ['a value is too great', 'Mend the value.'],
  MaxInclusive: ['a value is too great', 'Mend the value.'],
  MaxLength: ['a text is too long', 'Shorten it.'],
  MinCount: ['there are too few values', 'Add what is missing.'],
  MinExclusive: ['a value is too small', 'Mend the value.'],
  MinInclusive: ['a value is too small', 'Mend the value.'],
  MinLength: ['a text is too short', 'Write it out.'],
  Node: ['a value lacks the shape that it should have', 'Mend what is said of the value.'],
  NodeKind: ['a value is of the wrong kind', 'IRIs, blank nodes and literals are told apart here.'],
  Not: ['a value has a shape that it must not have', 'Take away what gives it that shape.'],
  And: ['a value lacks one of several shapes', 'Mend what is said of the value.'],
  Or: ['a value has none of several shapes', 'Give it one of them.'],
  Pattern: ['a value does not have the form that is asked for', 'Write it in the form that the shape gives.'],
  UniqueLang: ['a language comes twice', 'Keep one text per language.'],
  Xone: ['a value has none or several of the shapes of which it must have one', 'Give it exactly one.'],
  QualifiedMinCount: ['too few values have the shape', 'Add what is missing.'],
  QualifiedMaxCount: ['too many values have the shape', 'Take some away.'],
};

/** @param name makes an IRI short for display */
export function findingOf(
  result: ShaclResult,
  graph: ShapeGraph,
  name: (iri: string) => string,
): ShapeFinding {
  const component = /#(.*)ConstraintComponent$/.exec(result.constraintComponent.value)?.[1] ?? 'Unknown';
  const [message, hint] = WORDS[component] ?? ['a value breaks a constraint', 'Look at the shape.'];
  const shape = result.shape.ptr.term as unknown as Subject;
  const path = result.path ? pathText(result.path, name) : undefined;
  const said = graph.texts(shape, 'message')[0];
  const value = foundValue(result);
  const predicate = result.path?.length === 1 ? simple(result.path[0]!) : undefined;
  return {
    severity: /#Violation$/.test(result.severity.value) ? 'error' : 'warning',
    code: `shacl-${component.replace(/\B[A-Z]/g, (c) => `-${c}`).toLowerCase()}`,
    message: said ?? `${message}${path === undefined ? '' : `: ${path}`}`,
    hint: [
      graph.texts(shape, 'description')[0] ?? hint,
      ...limits(result, name),
      ...within(result, graph, name),
    ].join(' '),
    focus: result.focusNode.term as unknown as Subject,
    shape: graph.nameOf(shape),
    ...(path !== undefined && { path }),
    ...(predicate !== undefined && { predicate }),
    ...(value !== undefined && { value }),
  };
}

/** A missing value is none; a node that fails as a whole is named by the focus already. */
function foundValue({ value, focusNode }: ShaclResult): Term | undefined {
  const term = value?.term as unknown as Term | undefined;
  return term === undefined || (term as unknown) === focusNode.term ? undefined : term;
}

/** The numbers, lists and names that the constraint was given. */
function limits({ args = {} }: ShaclResult, name: (iri: string) => string): string[] {
  const shown = Object.entries(args as Record<string, unknown>)
    .filter(([, arg]) => arg !== undefined && !isBlank(arg))
    .map(([key, arg]) => `${key}: ${text(arg, name)}`);
  return shown.length === 0 ? [] : [`(${shown.join(', ')})`];
}

const isBlank = (arg: unknown) => (arg as ShaclTerm | null)?.termType === 'BlankNode';

function text(arg: unknown, name: (iri: string) => string): string {
  const { termType, value } = Object(arg) as ShaclTerm;
  if (termType === 'NamedNode') return name(value);
  // sh:in comes as one text of IRIs and literals.
  return (termType === undefined ? String(arg) : value)
    .split(', ')
    .map((part) => (/^\w+:\/\//.test(part) ? name(part) : part))
    .join(', ');
}

/** Why a value lacks a shape: what was found within, once each. */
function within({ results }: ShaclResult, graph: ShapeGraph, name: (iri: string) => string): string[] {
  const reasons = new Set(results.map((inner) => findingOf(inner, graph, name).message));
  return reasons.size === 0 ? [] : [`Within: ${[...reasons].join('; ')}`];
}

/** SPARQL 1.1 section 9.1. */
function pathText(path: readonly PathStep[], name: (iri: string) => string): string {
  const signs = { one: '', oneOrMore: '+', zeroOrMore: '*', zeroOrOne: '?' };
  return path
    .map(({ quantifier, start, predicates }) => {
      const names = predicates.map(({ value }) => `${start === 'object' ? '^' : ''}${name(value)}`);
      return (names.length > 1 ? `(${names.join('|')})` : names[0]) + signs[quantifier];
    })
    .join('/');
}

function simple({ quantifier, start, predicates }: PathStep): string | undefined {
  return quantifier === 'one' && start === 'subject' && predicates.length === 1
    ? predicates[0]!.value
    : undefined;
}
