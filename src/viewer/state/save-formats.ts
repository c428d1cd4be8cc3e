/** The files that a graph can be saved as: by file name ending, in the order in which they are offered. */
export const MEDIA_TYPES = {
  '.json': 'application/json',
  '.ttl': 'text/turtle',
  '.trig': 'application/trig',
  '.nq': 'application/n-quads',
  '.jsonld': 'application/ld+json',
  '.graphml': 'application/graphml+xml',
  '.gexf': 'application/gexf+xml',
  '.nodes.csv': 'text/csv',
  '.edges.csv': 'text/csv',
  '.svg': 'image/svg+xml',
} as const;

export type SaveFormat = keyof typeof MEDIA_TYPES;
export const SAVE_FORMATS = Object.keys(MEDIA_TYPES) as SaveFormat[];
