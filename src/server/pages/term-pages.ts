/** Pages of the vocabulary: its list, a class with what is of it and what is claimed of that, a property with the claims that use it. */
import { type Html, type HtmlValue, html } from '../../formats/index.ts';
import {
  compactIri,
  compareCodePoints,
  expandCurie,
  type OntologyClass,
  type OntologyProperty,
} from '../../model/index.ts';
import { claimItem, claimList, entityLink, termLink } from './claim-parts.ts';
import { type PageContext, sentenceCase } from './page-context.ts';
import { inPart } from './paging.ts';
import { resourcePage } from './resource-page.ts';
import type { PageParts } from './shell.ts';

/** @param iri of a term; what the dataset's index does not hold gets the plain page of its statements */
export function termPage(iri: string, context: PageContext): PageParts {
  const { classes, properties } = context.site.dataset.ontology;
  const id = context.site.termAt(context.path);
  const trail = [{ label: context.pageWords.vocabulary, path: 'vocabulary' }];
  if (Object.hasOwn(classes, id)) return { ...classPage(classes[id]!, context), iri, trail };
  if (Object.hasOwn(properties, id)) return { ...propertyPage(properties[id]!, context), iri, trail };
  return { ...resourcePage(iri, context), trail };
}

function classPage(term: OntologyClass, context: PageContext): PageParts {
  const { site, pageWords } = context;
  const { classes } = site.dataset.ontology;
  const narrower = Object.values(classes).filter(({ parents }) => parents.includes(term.id));
  return head(
    term,
    pageWords.class,
    context,
    [
      [pageWords.broader, termList(term.parents, context)],
      [
        pageWords.narrower,
        termList(
          narrower.map(({ id }) => id),
          context,
        ),
      ],
    ],
    inPart(classLists(term.id, context), context.part).map(
      ({ title, style, items }) =>
        html`<section><h2>${title}</h2>
<ul class="${style}">${items.map((line) => line())}</ul></section>\n`,
    ),
  );
}

/** Lines are written where they are in the part that is shown. */
function classLists(kind: string, context: PageContext) {
  const { site, pageWords } = context;
  const claims = site.claimsOfKind(kind);
  return [
    {
      title: pageWords.thingsOfIt,
      style: 'entities',
      items: site.entitiesOf(kind).map(
        ({ id }) =>
          () =>
            html`<li>${entityLink(id, context)}</li>\n`,
      ),
    },
    ...(
      [
        [pageWords.claimedOfThem, claims.out],
        [pageWords.claimedWithThem, claims.in],
      ] as const
    ).map(([title, items]) => ({
      title,
      style: 'claim-list',
      items: items.map((claim) => () => claimItem(claim, context)),
    })),
  ];
}

function propertyPage(term: OntologyProperty, context: PageContext): PageParts {
  const { site, pageWords } = context;
  const { properties } = site.dataset.ontology;
  const narrower = Object.values(properties).filter(({ parents }) => parents.includes(term.id));
  const [claims] = inPart([{ items: site.claims.byPredicate.get(term.id) ?? [] }], context.part);
  const kind = term.use === 'qualifier' ? pageWords.qualifier : pageWords.property;
  return head(
    term,
    kind,
    context,
    [
      [pageWords.domain, term.domain.length > 0 ? termList(term.domain, context) : pageWords.anything],
      [pageWords.range, term.range.length > 0 ? termList(term.range, context) : pageWords.anything],
      [pageWords.broader, termList(term.parents, context)],
      [
        pageWords.narrower,
        termList(
          narrower.map(({ id }) => id),
          context,
        ),
      ],
      ['', term.needsQualifiers && pageWords.needsQualifiers],
      ['', term.comparison && pageWords.comparison],
    ],
    claims !== undefined &&
      html`<section><h2>${pageWords.claimsWithIt}</h2>
${claimList(claims.items, context)}</section>`,
  );
}

function head(
  term: OntologyClass | OntologyProperty,
  kind: string,
  context: PageContext,
  rows: readonly (readonly [string, HtmlValue])[],
  rest: HtmlValue,
): PageParts {
  const title = sentenceCase(context.plainText(term.label, term.id), context.words.locale);
  const filled = rows.filter(([, value]) => value);
  const definition = context.plainText(term.definition);
  return {
    title,
    ...(definition !== '' && { summary: definition }),
    body: html`<p class="kind">${kind} <code dir="ltr">${term.id}</code></p>
<h1><bdi>${title}</bdi></h1>
${definition !== '' && html`<p class="lead">${context.text(term.definition)}</p>\n`}${
  filled.length > 0 &&
  html`<dl class="facts">${filled.map(([name, value]) => html`<div class="fact"><dt>${name}</dt><dd>${value}</dd></div>\n`)}</dl>\n`
}${rest}`,
  };
}

function termList(ids: readonly string[], context: PageContext): HtmlValue {
  return ids.length > 0 && html`${ids.map((id, at) => html`${at > 0 && ', '}${termLink(id, context)}`)}`;
}

/** Every vocabulary with its terms, or one of them. @param namespace absent: all */
export function vocabularyPage(context: PageContext, namespace?: string): PageParts {
  const { site, pageWords } = context;
  const prefixes = site.addresses.prefixes.filter(
    (prefix) => namespace === undefined || site.prefixes[prefix] === namespace,
  );
  const title = namespace === undefined ? pageWords.vocabulary : `${pageWords.vocabulary} ${prefixes[0]}:`;
  return {
    title,
    ...(namespace !== undefined && {
      iri: namespace.replace(/[#/]$/, ''),
      trail: [{ label: pageWords.vocabulary, path: 'vocabulary' }],
    }),
    wide: true,
    body: html`<h1>${title}</h1>
${[...prefixes].sort(compareCodePoints).map((prefix) => vocabularyPart(prefix, namespace === undefined, context))}`,
  };
}

function vocabularyPart(prefix: string, named: boolean, context: PageContext): Html {
  const { site, pageWords, words } = context;
  const namespace = site.prefixes[prefix]!;
  const { classes, properties } = site.dataset.ontology;
  const own = (id: string) => expandCurie(id, site.prefixes)?.startsWith(namespace) === true;
  const known = new Set([...Object.keys(classes), ...Object.keys(properties)]);
  const others = site
    .termsOf(namespace)
    .filter(
      (iri) =>
        !known.has(compactIri(iri, site.prefixes) ?? '') &&
        site.addresses.pathOf(iri)?.startsWith(`ns/${prefix}/`),
    );
  const groups: [string, readonly (OntologyClass | OntologyProperty)[]][] = [
    [pageWords.classes, Object.values(classes).filter(({ id }) => own(id))],
    [pageWords.properties, Object.values(properties).filter(({ id }) => own(id))],
  ];
  return html`<section>${named && html`<h2><a href="${context.page(`ns/${prefix}`)}"><code>${prefix}:</code></a> <span class="aside"><bdi dir="ltr">${namespace}</bdi></span></h2>\n`}${groups.map(
    ([heading, terms]) =>
      terms.length > 0 &&
      html`<h3>${heading}</h3>
<dl class="terms">${terms.map(
        (term) =>
          html`<div><dt>${termLink(term.id, context, 'line')}</dt><dd>${context.text(term.definition)}</dd></div>\n`,
      )}</dl>\n`,
  )}${
    others.length > 0 &&
    html`<h3>${pageWords.otherTerms}</h3>
<ul class="columns">${others.map((iri) => html`<li>${context.iriLink(iri)}</li>\n`)}</ul>\n`
  }<p class="aside">${words.address}: <bdi dir="ltr">${namespace}</bdi></p></section>\n`;
}
