/** Articles and datasets as the files of a data folder, and as lines of JSON Lines. */
import { Document, isScalar, isSeq, type Node, visit } from 'yaml';
import type { Article, Dataset } from '../model/index.ts';
import { articleRecord } from './article-record.ts';

/** One article as one line, without the line's end. Reading it gives the same article. */
export function articleToJsonLine(article: Article): string {
  return JSON.stringify(articleRecord(article));
}

/** The texts of an article's three files, by name. */
export function articleToYaml(
  article: Article,
): Record<'article.yaml' | 'entities.yaml' | 'claims.yaml', string> {
  const { article: head, entities, claims } = articleRecord(article);
  return { 'article.yaml': toYaml(head), 'entities.yaml': toYaml(entities), 'claims.yaml': toYaml(claims) };
}

/**
 * The texts of `dataset.yaml` and, where there are decisions, `identity.yaml`.
 * @param ontologies what `dataset.yaml` names; the model holds their terms and not their files
 */
export function datasetToYaml(dataset: Dataset, ontologies: readonly string[]): Record<string, string> {
  const { id, base, title, description, licence, languages, prefixes, issued, modified, identity } = dataset;
  const own = { id, base, title, description, licence, languages, prefixes, ontologies, issued, modified };
  return {
    'dataset.yaml': toYaml(own),
    ...(identity.length > 0 && { 'identity.yaml': toYaml(identity) }),
  };
}

/** Block style, with spans and lists of short texts on one line; long texts are not wrapped. */
function toYaml(value: unknown): string {
  const document = new Document(value, { version: '1.2', schema: 'core', aliasDuplicateObjects: false });
  visit(document, {
    Seq(_, node) {
      if (node.items.every((item) => isScalar(item) || isSpan(item))) node.flow = true;
    },
  });
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}

function isSpan(node: unknown): node is Node {
  return (
    isSeq(node) &&
    node.items.length === 2 &&
    node.items.every((item) => isScalar(item) && typeof item.value === 'number')
  );
}
