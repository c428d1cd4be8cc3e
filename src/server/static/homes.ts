/** On a site of files not every thing has documents of its own: where each is found. */

/** First steps of the paths of things that have a page and data of their own. */
const OWN = new Set(['id', 'claim', 'article', 'graph', 'dataset', 'ns']);

/** True where the thing has files of its own. */
export function hasOwnFiles(path: string): boolean {
  return OWN.has(path.split('/', 1)[0]!);
}

/**
 * The path of the document that describes a thing, which is its own or that of what it belongs to; with a fragment where
 * the page has a place for it: parts of claims are described with their claim, of articles with the article, of the
 * dataset's description with the dataset, mentions in their article's graph.
 */
export function homeOf(path: string): string {
  const [step, first = '', second = ''] = path.split('/');
  switch (step) {
    case 'attribution':
    case 'evidence':
    case 'quantity':
      return `claim/${first}/${second}`;
    case 'paragraph':
      return `article/${first}#paragraph-${second}`;
    case 'structure':
    case 'credit':
      return `article/${first}`;
    case 'mention':
      return `graph/${first}`;
    case 'identity':
      return 'graph/identity';
    case 'prefix':
    case 'partition':
    case 'linkset':
    case 'target':
    case 'distribution':
    case 'description':
      return 'dataset';
    default:
      return path;
  }
}
