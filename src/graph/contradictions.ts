/** Which claims contradict each other. */
import {
  type Claim,
  claimKey,
  claimRefKey,
  type Dataset,
  edtfInterval,
  finish,
  isClaimRef,
  type OntologyIndex,
  STEP,
  type Steps,
} from '../model/index.ts';

/** The local name of a property whose claims say that two claims contradict each other. */
const CONTRADICTS = /(?:^|[:#/])contradicts$/;

/**
 * The claims that contradict each claim, by key, in the order of the dataset; claims that none contradicts are left out.
 * Two claims contradict each other
 *
 * - where subject, predicate and object are the same and one is denied, unless the times for which they hold have no day
 *   in common: what ended yesterday may well be denied for today;
 * - where a claim that is not itself denied says so: its predicate is called `contradicts`, in whatever namespace, or is a
 *   subproperty of one that is, and its subject and object are claims.
 *
 * Who says them, how firmly, and qualifiers make no difference: whether a condition dissolves a contradiction is for the
 * reader to judge.
 */
export function contradictions(dataset: Dataset): Map<string, readonly string[]> {
  return finish(contradictionSteps(dataset));
}

/** The same, in steps. */
export function* contradictionSteps({ articles, ontology }: Dataset): Steps<Map<string, readonly string[]>> {
  const claims = articles.flatMap((article) => article.claims);
  const found = new Map<string, Set<string>>();
  /** The articles of the claims that were named. */
  const named = new Set<string>();
  const add = (first: ClaimName, second: ClaimName) => {
    const [a, b] = [claimKey(first), claimKey(second)];
    if (a === b) return;
    named.add(first.article).add(second.article);
    for (const [one, other] of [
      [a, b],
      [b, a],
    ] as const) {
      const list = found.get(one);
      if (list) list.add(other);
      else found.set(one, new Set([other]));
    }
  };
  const same = new Map<string, Claim[]>();
  // Only what somebody denies can be contradicted so: of all other claims the triple is never asked.
  const denied = new Map<string, Set<string>>();
  for (const [at, { subject, predicate, polarity }] of claims.entries()) {
    if (at % STEP === 0) yield;
    if (polarity !== 'negative') continue;
    const predicates = denied.get(keyOf(subject));
    if (predicates) predicates.add(predicate);
    else denied.set(keyOf(subject), new Set([predicate]));
  }
  for (const [at, claim] of claims.entries()) {
    if (at % STEP === 0) yield;
    const { subject, predicate, object, polarity } = claim;
    if (
      polarity === 'positive' &&
      isClaimRef(subject) &&
      isClaimRef(object) &&
      declares(predicate, ontology)
    ) {
      add({ ...subject, id: subject.claim }, { ...object, id: object.claim });
    }
    if (!denied.get(keyOf(subject))?.has(predicate)) continue;
    const triple = JSON.stringify([subject, predicate, object].map(plainly));
    const list = same.get(triple);
    if (list) list.push(claim);
    else same.set(triple, [claim]);
  }
  yield;
  for (const list of same.values()) {
    for (const against of list.filter(({ polarity }) => polarity === 'negative')) {
      for (const other of list) {
        if (other.polarity === 'positive' && meet(against.time, other.time)) add(against, other);
      }
    }
  }
  if (found.size === 0) return new Map();
  /** Of the claims that were named, those that there are, in the order of the dataset. */
  const place = new Map<string, number>();
  for (const [at, claim] of claims.entries()) {
    if (at % STEP === 0) yield;
    if (!named.has(claim.article)) continue;
    const key = claimKey(claim);
    if (found.has(key) && !place.has(key)) place.set(key, place.size);
  }
  const known = [...place.keys()].map(
    (key) => [key, [...found.get(key)!].filter((other) => place.has(other))] as const,
  );
  return new Map(
    known
      .filter(([, others]) => others.length > 0)
      .map(([key, others]) => [key, others.sort((a, b) => place.get(a)! - place.get(b)!)]),
  );
}

type ClaimName = Pick<Claim, 'article' | 'id'>;

function keyOf(subject: Claim['subject']): string {
  return isClaimRef(subject) ? claimRefKey(subject) : subject.entity;
}

/** Parts in a fixed order, so that equal values give equal text. */
function plainly(value: Claim['object'] | string): unknown {
  return typeof value === 'string' ? value : Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
}

function declares(predicate: string, { properties }: OntologyIndex): boolean {
  const seen = new Set<string>();
  const open = [predicate];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (CONTRADICTS.test(id)) return true;
    if (seen.has(id)) continue;
    seen.add(id);
    open.push(...(properties[id]?.parents ?? []));
  }
  return false;
}

/** Whether two EDTF times may have a day in common; times that say no days are taken to. */
function meet(a: string | undefined, b: string | undefined): boolean {
  const [one, other] = [a, b].map((time) => (time === undefined ? undefined : edtfInterval(time)));
  if (one === undefined || other === undefined) return true;
  const starts = (start: string | undefined, end: string | undefined) =>
    start === undefined || end === undefined || start <= end;
  return starts(one.start, other.end) && starts(other.start, one.end);
}
