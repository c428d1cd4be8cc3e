/** What the LOD cloud asks of a dataset that wants to be in it, and the five stars of linked open data. */
import {
  isOpenLicence,
  judged,
  linksBySource,
  type Measured,
  type PublishingPoint,
  publicHost,
  some,
  untold,
} from './publishing-point.ts';

/** https://lod-cloud.net asks for these numbers. */
const LEAST_TRIPLES = 1000;
const LEAST_LINKS = 50;

/** Hosts of sources that are in the cloud. Others may be as well: links to them are told, not counted. */
const IN_CLOUD =
  /(?:^|\.)(?:wikidata\.org|dbpedia\.org|geonames\.org|yago-knowledge\.org|viaf\.org|id\.loc\.gov|d-nb\.info|data\.bnf\.fr|getty\.edu|isni\.org|linkedgeodata\.org|musicbrainz\.org|openei\.org|europeana\.eu|data\.bibliotheken\.nl)$/;

const BASE = 'Write `base:` in dataset.yaml: an https address that you keep.';

export function lodPoints(measured: Measured): PublishingPoint[] {
  const { dataset, tally } = measured;
  const host = publicHost(dataset.base);
  const links = [...linksBySource(measured)].sort(([, a], [, b]) => b - a);
  const inCloud = links.filter(([start]) => IN_CLOUD.test(publicHost(start) ?? ''));
  const [first] = inCloud;
  const told = links.map(([start, n]) => `${start} ${n}`).join(', ') || 'none';
  return [
    judged(
      'LOD 1',
      'Things have http or https IRIs',
      host !== undefined,
      `the base is ${dataset.base}`,
      BASE,
    ),
    untold(
      'LOD 2',
      'The IRIs lead to RDF in a usual syntax',
      'the network is not asked here',
      'Serve the dataset at its base (`clew serve` answers in the syntaxes asked for), then try some IRIs.',
    ),
    judged(
      'LOD 3',
      `At least ${LEAST_TRIPLES} triples`,
      tally.quads >= LEAST_TRIPLES,
      some(tally.quads, 'triple'),
      'Add articles.',
    ),
    judged(
      'LOD 4',
      `At least ${LEAST_LINKS} links to a dataset of the cloud`,
      first !== undefined && first[1] >= LEAST_LINKS,
      `links by source: ${told}`,
      `Write \`sameAs:\` or \`closeMatch:\` on more of the ${tally.entities} entities, only where it is verified.`,
    ),
    untold(
      'LOD 5',
      'The whole of it can be had by a dump, a crawl or SPARQL',
      'a build writes dumps; whether they are published is not asked here',
      'Put the files of a build where they can be downloaded, `.void.ttl` beside them.',
    ),
  ];
}

/** https://5stardata.info: each star needs those before it. */
export function starPoints(measured: Measured): PublishingPoint[] {
  const { dataset } = measured;
  const open = isOpenLicence(dataset.licence);
  const host = publicHost(dataset.base) !== undefined;
  const links = [...linksBySource(measured).values()].reduce((sum, n) => sum + n, 0);
  const licence = `the licence is ${dataset.licence}`;
  const needsOpen =
    'Choose a licence of the Open Definition in `licence:` of dataset.yaml, if the data may be open.';
  const star = (n: number, title: string, passes: boolean, reason: string, advice: string) =>
    judged(
      `star ${n}`,
      title,
      passes && (n === 1 || open),
      n > 1 && !open ? `${reason}; ${licence}` : reason,
      n > 1 && !open ? needsOpen : advice,
    );
  return [
    star(1, 'Under an open licence', open, licence, needsOpen),
    star(2, 'Structured, for machines', true, 'claims, entities and articles are records', ''),
    star(3, 'In open formats', true, 'RDF, CSV, JSON and GraphML', ''),
    star(4, 'Things have IRIs that can be looked up, once served', host, `the base is ${dataset.base}`, BASE),
    star(5, 'Linked to other data', host && links > 0, some(links, 'link'), 'Write `sameAs:` on entities.'),
  ];
}
