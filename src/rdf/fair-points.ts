/** The FAIR principles (Wilkinson et al. 2016, doi:10.1038/sdata.2016.18), as far as the data itself can tell. */
import { type Article, compareCodePoints, type Dataset, type LangMap } from '../model/index.ts';
import { superclasses } from '../ontology/index.ts';
import { lodPoints, starPoints } from './lod-points.ts';
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

/** Hosts whose purpose is that addresses stay: w3id, purl, DOI, Handle, ARK, URN resolvers. */
const PERSISTENT =
  /(?:^|\.)(?:w3id\.org|purl\.org|purl\.archive\.org|doi\.org|hdl\.handle\.net|n2t\.net|arks\.org|identifiers\.org|nbn-resolving\.org)$/;

/** Every point of the three lists, in their order. Nothing is looked up: what only the network knows is `unknown`. */
export function publishingPoints(measured: Measured): PublishingPoint[] {
  return [
    ...findable(measured),
    ...accessible(),
    ...interoperable(measured),
    ...reusable(measured),
    ...lodPoints(measured),
    ...starPoints(measured),
  ];
}

function findable({ dataset }: Measured): PublishingPoint[] {
  const host = publicHost(dataset.base);
  const lasting = host !== undefined && PERSISTENT.test(host);
  const missing = [
    ...lacking(dataset.title, dataset.languages).map((lang) => `title in ${lang}`),
    ...lacking(dataset.description, dataset.languages).map((lang) => `description in ${lang}`),
  ];
  const f1 = 'Lasting identifiers, the only ones in the world';
  return [
    host === undefined
      ? judged(
          'FAIR F1',
          f1,
          false,
          `the base is ${dataset.base}`,
          'Register an address at a service such as w3id.org, and write it as `base:` in dataset.yaml.',
        )
      : untold(
          'FAIR F1',
          f1,
          lasting
            ? `the base is ${dataset.base}, at a service for lasting addresses; whether it is registered is not asked here`
            : `the base is ${dataset.base}: whether it lasts depends on who keeps ${host}`,
          lasting
            ? 'See that it is registered there.'
            : 'Promise it, or register an address at a service such as w3id.org.',
        ),
    judged(
      'FAIR F2',
      'Described richly',
      missing.length === 0,
      missing.length === 0
        ? `title and description in ${dataset.languages.join(', ')}`
        : `no ${missing.join(', no ')}`,
      'Write them in dataset.yaml.',
    ),
    judged(
      'FAIR F3',
      'The description names what it describes',
      true,
      'dataset and files have IRIs in .void.ttl',
      '',
    ),
    untold(
      'FAIR F4',
      'Registered where it can be searched for',
      'catalogues are not asked here',
      'Give `.void.ttl` to a data catalogue; search engines read its schema.org part.',
    ),
  ];
}

function accessible(): PublishingPoint[] {
  const network = 'the network is not asked here';
  return [
    untold(
      'FAIR A1',
      'Had by its identifier over an open protocol',
      network,
      'Serve the dataset at its base over https.',
    ),
    untold(
      'FAIR A1.2',
      'With signing in where that is needed',
      network,
      'Nothing, where the data is open to all.',
    ),
    untold(
      'FAIR A2',
      'The description stays when the data is gone',
      network,
      'Keep `.void.ttl` in an archive.',
    ),
  ];
}

function interoperable(measured: Measured): PublishingPoint[] {
  const { dataset, tally } = measured;
  const { classes, properties } = dataset.ontology;
  const used = usedTerms(dataset);
  const bare = used.filter((id) => {
    const term = classes[id] ?? properties[id];
    return (
      term === undefined || Object.keys(term.label).length === 0 || Object.keys(term.definition).length === 0
    );
  });
  const kinds = used.filter((id) => classes[id] !== undefined);
  const aligned = kinds.filter((id) =>
    [...superclasses(dataset.ontology, id)].some((above) => classes[above] === undefined),
  );
  const sources = linksBySource(measured).size;
  const links = [...tally.links.values()].reduce((sum, n) => sum + n, 0);
  return [
    judged('FAIR I1', 'In a formal, shared language', true, 'RDF 1.1 or 1.2, in six syntaxes', ''),
    judged(
      'FAIR I2',
      'Vocabularies that are FAIR themselves: every term used has a label and a definition',
      bare.length === 0,
      `${some(used.length, 'term')} used; ${bare.length === 0 ? 'all labelled and defined' : `without: ${bare.slice(0, 10).join(', ')}`}`,
      'Add rdfs:label and skos:definition to the ontology.',
    ),
    judged(
      'FAIR I2',
      'Kinds stand below classes of known vocabularies',
      aligned.length > 0,
      `${aligned.length} of ${some(kinds.length, 'kind')}`,
      'Say rdfs:subClassOf a class of schema.org, PROV-O or SKOS in the ontology, where it holds.',
    ),
    judged(
      'FAIR I3',
      'Qualified references to other data',
      links > 0,
      `${some(links, 'link')} to ${some(sources, 'other source')}`,
      'Write `sameAs:` or `closeMatch:` on entities.',
    ),
  ];
}

function reusable({ dataset }: Measured): PublishingPoint[] {
  const { articles, languages } = dataset;
  const entities = articles.flatMap((article) => article.entities);
  const partial = entities.filter(({ label }) => lacking(label, languages).length > 0);
  const claims = articles.flatMap((article) => article.claims);
  const unproved = claims.filter(({ evidence }) => evidence.length === 0);
  const sourceless = articles.filter((article) => !hasSource(article));
  return [
    judged(
      'FAIR R1',
      'Described by many attributes: every entity has a label in every language',
      partial.length === 0,
      `${entities.length - partial.length} of ${entities.length} entities`,
      `Add labels, first to ${partial
        .slice(0, 5)
        .map(({ id }) => id)
        .join(', ')}.`,
    ),
    isOpenLicence(dataset.licence)
      ? judged('FAIR R1.1', 'A clear licence', true, `the licence is ${dataset.licence}`, '')
      : untold(
          'FAIR R1.1',
          'A clear licence',
          `the licence is ${dataset.licence}, which is not on the list of open licences`,
          'Make sure that its IRI leads to its text.',
        ),
    judged(
      'FAIR R1.2',
      'Where it comes from: every claim rests on a span of a text that is known by its hash',
      unproved.length === 0 && claims.length > 0,
      `${claims.length - unproved.length} of ${some(claims.length, 'claim')}`,
      'Write `evidence:` on claims.',
    ),
    judged(
      'FAIR R1.2',
      'Every article says where it is from',
      sourceless.length === 0,
      `${articles.length - sourceless.length} of ${some(articles.length, 'article')} with an address or a credit`,
      `Write \`url:\` or \`credits:\`, first in ${sourceless
        .slice(0, 5)
        .map(({ id }) => id)
        .join(', ')}.`,
    ),
    judged(
      'FAIR R1.3',
      'By the standards of its field',
      true,
      'Web Annotation, PROV-O, schema.org, VoID, DCAT',
      '',
    ),
  ];
}

function hasSource({ url, credits }: Article): boolean {
  return url !== undefined || credits.length > 0;
}

function lacking(texts: LangMap, languages: readonly string[]): string[] {
  return languages.filter((lang) => !texts[lang]);
}

/** Kinds, predicates and qualifiers that the data uses, in order. */
function usedTerms({ articles }: Dataset): string[] {
  const used = new Set<string>();
  for (const { entities, claims } of articles) {
    for (const { kind } of entities) used.add(kind);
    for (const { predicate, qualifiers } of claims) {
      used.add(predicate);
      for (const { property } of qualifiers) used.add(property);
    }
  }
  return [...used].sort(compareCodePoints);
}
