/** References inside a dataset: which claims and entities a claim needs, and what to do where they are gone. */
import {
  type Article,
  type Claim,
  claimKey,
  claimRefKey,
  type Dataset,
  finish,
  isClaimRef,
  isEntityRef,
  type Problem,
  STEP,
  type Steps,
  type Value,
} from '../model/index.ts';
import type { LossCounter } from './losses.ts';

/** What the dataset holds: ids of entities, and those of claims by their article. */
interface Known {
  readonly entities: ReadonlySet<string>;
  readonly claims: ReadonlyMap<string, ReadonlySet<string>>;
}

/** One problem per reference that leads nowhere; empty for a dataset that is whole. */
export function linkProblems(dataset: Dataset): Problem[] {
  return finish(linkSteps(dataset));
}

/** The same, in steps. */
export function* linkSteps(dataset: Dataset): Steps<Problem[]> {
  const known = yield* knownSteps(dataset.articles);
  const problems: Problem[] = [];
  for (const article of dataset.articles) {
    yield;
    let seen = 0;
    for (const claim of article.claims) {
      seen += 1;
      if (seen % STEP === 0) yield;
      eachMissing(claim, known, (missing) => {
        problems.push(lost(`claim ${claimKey(claim)} refers to ${missing}, which the dataset does not have`));
      });
    }
    for (const { entity } of article.credits) {
      if (!known.entities.has(entity)) {
        problems.push(lost(`article ${article.id} credits ${entity}, which the dataset does not have`));
      }
    }
  }
  return problems;
}

/**
 * Takes out what refers to something that is gone, and what refers to that in turn: what remains is whole. Each
 * claim and credit that goes is counted.
 */
export function prune(dataset: Dataset, losses: LossCounter): Dataset {
  let articles = dataset.articles;
  for (;;) {
    const known = finish(knownSteps(articles));
    let gone = 0;
    articles = articles.map((article) => {
      const claims = article.claims.filter((claim) => isWhole(claim, known));
      const credits = article.credits.filter(({ entity }) => known.entities.has(entity));
      gone += article.claims.length - claims.length;
      losses.add(
        'claims that refer to something no longer in the file',
        article.claims.length - claims.length,
      );
      losses.add('credits of an entity no longer in the file', article.credits.length - credits.length);
      return { ...article, claims, credits };
    });
    if (gone === 0) return { ...dataset, articles };
  }
}

function* knownSteps(articles: readonly Article[]): Steps<Known> {
  const entities = new Set<string>();
  const claims = new Map<string, Set<string>>();
  for (const article of articles) {
    for (const { id } of article.entities) entities.add(id);
    // Claims of one article mostly follow each other.
    let at: string | undefined;
    let ids = new Set<string>();
    let seen = 0;
    for (const claim of article.claims) {
      if (claim.article !== at) {
        at = claim.article;
        ids = claims.get(at) ?? new Set();
        claims.set(at, ids);
      }
      ids.add(claim.id);
      seen += 1;
      if (seen % STEP === 0) yield;
    }
    yield;
  }
  return { entities, claims };
}

function isWhole(claim: Claim, known: Known): boolean {
  let whole = true;
  eachMissing(claim, known, () => {
    whole = false;
  });
  return whole;
}

/** Names what a claim refers to and nothing known is. No lists are made: hardly any claim of a large dataset misses something. */
function eachMissing(claim: Claim, { entities, claims }: Known, tell: (missing: string) => void): void {
  const look = (value: Value) => {
    if (isEntityRef(value)) {
      if (!entities.has(value.entity)) tell(value.entity);
    } else if (isClaimRef(value) && !claims.get(value.article)?.has(value.claim)) tell(claimRefKey(value));
  };
  look(claim.subject);
  look(claim.object);
  for (const { value } of claim.qualifiers) look(value);
  for (let link = claim.attribution; link !== undefined; link = link.via) {
    if (!entities.has(link.speaker)) tell(link.speaker);
    if (link.channel !== undefined && !entities.has(link.channel)) tell(link.channel);
  }
}

function lost(message: string): Problem {
  return { severity: 'error', code: 'unknown-reference', message };
}
