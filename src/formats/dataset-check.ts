/** Is what was read a whole dataset? Looked through part by part, so that a page can answer in between. */
import { type Dataset, STEP, type Steps } from '../model/index.ts';
import { linkSteps } from './dataset-links.ts';
import { articleShape, claimShape, datasetShape, entityShape, shapeProblems } from './dataset-shape.ts';

/** Whether an article is one, but for its entities and claims, which only have to be lists. */
export function isArticleHead(
  article: unknown,
): article is { readonly claims: unknown[]; readonly entities: unknown[] } {
  if (typeof article !== 'object' || article === null) return false;
  const { claims, entities } = article as Record<string, unknown>;
  if (!Array.isArray(claims) || !Array.isArray(entities)) return false;
  return shapeProblems({ ...article, claims: [], entities: [] }, articleShape, 'article').length === 0;
}

/** Whether a dataset is one, but for what its articles hold. */
export function isDatasetHead(dataset: object): boolean {
  return shapeProblems({ ...dataset, articles: [] }, datasetShape, 'dataset').length === 0;
}

/** Whether entities and claims of articles are whole, and refer to what is there. @param dataset whose heads are whole */
export function* holdsTogether(dataset: Dataset): Steps<boolean> {
  let seen = 0;
  for (const { claims, entities } of dataset.articles) {
    for (const [list, shape] of [
      [entities, entityShape],
      [claims, claimShape],
    ] as const) {
      for (const value of list) {
        if (shapeProblems(value, shape, 'it').length > 0) return false;
        seen += 1;
        if (seen % STEP === 0) yield;
      }
    }
  }
  yield;
  return (yield* linkSteps(dataset)).length === 0;
}
