/** References inside a dataset: which claims and entities a claim needs, and what to do where they are gone. */
import {
  type Article,
  attributionChain,
  type Claim,
  claimKey,
  claimRefKey,
  claimValues,
  type Dataset,
  finish,
  isClaimRef,
  isEntityRef,
  type Problem,
  STEP,
  type Steps,
} from '../model/index.ts';
import type { LossCounter } from './losses.ts';

/** What the dataset holds: ids of entities, keys of claims. */
interface Known {
  readonly entities: ReadonlySet<string>;
  readonly claims: ReadonlySet<string>;
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
    for (const [at, claim] of article.claims.entries()) {
      if (at % STEP === STEP - 1) yield;
      for (const missing of missingOf(claim, known)) {
        problems.push(lost(`claim ${claimKey(claim)} refers to ${missing}, which the dataset does not have`));
      }
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
      const claims = article.claims.filter((claim) => missingOf(claim, known).length === 0);
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
  const known = { entities: new Set<string>(), claims: new Set<string>() };
  for (const article of articles) {
    for (const { id } of article.entities) known.entities.add(id);
    for (const [at, claim] of article.claims.entries()) {
      if (at % STEP === STEP - 1) yield;
      known.claims.add(claimKey(claim));
    }
    yield;
  }
  return known;
}

function missingOf(claim: Claim, { entities, claims }: Known): string[] {
  const missing: string[] = [];
  for (const value of claimValues(claim)) {
    if (isEntityRef(value) && !entities.has(value.entity)) missing.push(value.entity);
    if (isClaimRef(value) && !claims.has(claimRefKey(value))) missing.push(claimRefKey(value));
  }
  for (const { speaker, channel } of attributionChain(claim)) {
    if (!entities.has(speaker)) missing.push(speaker);
    if (channel !== undefined && !entities.has(channel)) missing.push(channel);
  }
  return missing;
}

function lost(message: string): Problem {
  return { severity: 'error', code: 'unknown-reference', message };
}
