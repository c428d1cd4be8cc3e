/** The page of a claim: the sentence, who says it, how firmly, when, and on which words it rests. */
import { type Html, type HtmlValue, html } from '../../formats/index.ts';
import { edtfText, lineStyle, qualifierValues } from '../../graph/index.ts';
import { type Claim, claimKey, claimRefKey, claimValues, isClaimRef, isPlain } from '../../model/index.ts';
import { claimList, claimSentence, lineGlyph, speakers, termLink, valueView } from './claim-parts.ts';
import { evidence } from './evidence-parts.ts';
import type { PageContext } from './page-context.ts';
import { firstLines } from './paging.ts';
import type { PageParts } from './shell.ts';

export function claimPage(claim: Claim, context: PageContext): PageParts {
  const { site, words, pageWords } = context;
  const denied = claim.polarity === 'negative';
  const sentence = context.plainText(claim.statement, claimKey(claim));
  const article = site.articles.get(claim.article);
  return {
    title: sentence,
    summary: sentence,
    iri: site.iris.claim(claim.article, claim.id),
    trail: [
      { label: pageWords.claims, path: 'claims' },
      { label: context.text(article?.title, claim.article), path: `article/${claim.article}` },
    ],
    body: html`<p class="kind">${lineGlyph(lineStyle(claim))}${words.claim} ${claim.id}${denied && html` <span class="tag">${words.denied}</span>`}</p>
<h1 class="statement">${claimSentence(claim, context)}</h1>
<p class="triple${denied && ' is-denied'}">${valueView(claim.subject, context)} <span class="predicate">${termLink(claim.predicate, context)}</span> ${valueView(claim.object, context)}</p>
${facts(claim, context)}<p class="ways"><a class="way" href="${context.viewer(claimKey(claim))}">${pageWords.openInGraph}</a></p>
<section class="thread"><h2>${words.evidence}</h2>
${evidence(claim, context)}</section>
${related(claim, context)}`,
  };
}

function facts(claim: Claim, context: PageContext): Html {
  const { words, pageWords, site } = context;
  const { time, said, confidence } = claim;
  const rows: [HtmlValue, HtmlValue][] = [
    [words.whoSays, speakers(claim, context)],
    [
      words.howFirmly,
      html`${words.firmness[claim.modality]}${claim.polarity === 'negative' && html`<strong class="denial">${words.deniedPlainly}</strong>`}`,
    ],
  ];
  if (time !== undefined) rows.push([words.whenTrue, html`<time>${edtfText(time, words)}</time>`]);
  if (said !== undefined) rows.push([words.whenSaid, html`<time>${edtfText(said, words)}</time>`]);
  for (const { property, values } of qualifierValues(claim.qualifiers, context.languages)) {
    rows.push([
      termLink(property, context, 'line'),
      values.map((value) => html`<div>${valueView(value, context)}</div>`),
    ]);
  }
  const basis = claim.derivation === 'implied' ? words.impliedPlainly : words.explicitPlainly;
  const sure =
    confidence !== undefined &&
    html` <span class="aside">${words.confidence} ${confidence.toLocaleString(words.locale, { style: 'percent', maximumFractionDigits: 1 })}</span>`;
  rows.push([words.basis, html`${basis}${sure}`]);
  const plain = isPlain(claim, site.dataset.ontology.properties[claim.predicate]);
  rows.push([pageWords.plainTriple, plain ? pageWords.statedPlainly : pageWords.statedNot]);
  return html`<dl class="facts">${rows.map(([term, value]) => html`<div class="fact"><dt>${term}</dt><dd>${value}</dd></div>\n`)}</dl>\n`;
}

/** Claims that this one speaks of, and claims that speak of it. */
function related(claim: Claim, context: PageContext): HtmlValue {
  const { site, words } = context;
  const values = claimValues(claim);
  const keys = new Set(values.filter(isClaimRef).map(claimRefKey));
  const spokenOf = [...keys].map((key) => site.claim(key)).filter((one) => one !== undefined);
  return [
    [words.spokenOf, spokenOf] as const,
    [words.claimsAboutThis, site.claims.about(claimKey(claim))] as const,
  ].map(([heading, claims]) => {
    const { shown, rest } = firstLines(claims, context);
    return (
      claims.length > 0 && html`<section><h2>${heading}</h2>\n${claimList(shown, context)}${rest}</section>\n`
    );
  });
}
