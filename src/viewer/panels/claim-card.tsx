/** The card of a claim: the sentence, who says it, how firmly, when, and on which words it rests. */
import { type ComponentChildren, Fragment } from 'preact';
import { edtfText, lineStyle, numberText, qualifierValues } from '../../graph/index.ts';
import { type Claim, claimKey, Iris } from '../../model/index.ts';
import type { App } from '../state/app.ts';
import { claimsSpokenOf } from '../state/catalog.ts';
import { claimsAbout } from '../state/entity-claims.ts';
import { paragraphAt } from '../state/marks.ts';
import { quoteOf } from '../state/quotes.ts';
import { useApp } from './app-context.ts';
import { AttributionChain } from './attribution-chain.tsx';
import { CopyButton } from './copy-button.tsx';
import { goToParagraph } from './digest.tsx';
import { LineGlyph } from './line-glyph.tsx';
import { claimName, termName } from './names.ts';
import { ClaimSentence, ValueView } from './references.tsx';
import { TurtleFold } from './turtle-fold.tsx';
import { sentenceCase, Words } from './words.tsx';

export function ClaimCard({ claimKey: key }: { claimKey: string }) {
  const app = useApp();
  const strings = app.strings.value;
  const claim = app.catalog.claims.get(key);
  if (claim === undefined) return null;
  const style = lineStyle(claim);
  const denied = claim.polarity === 'negative';
  return (
    <>
      <p class="card-kind">
        <LineGlyph style={style} />
        {strings.claim}
        {denied && <span class="tag is-denied">{strings.denied}</span>}
        {app.catalog.contradictions.has(key) && <span class="tag">{strings.contradicted}</span>}
      </p>
      <div class="thread">
        <h2 id="card-heading" tabIndex={-1} class="statement">
          <Words map={claim.statement} fallback={claimName(app, key)} />
        </h2>
        <Triple claim={claim} />
        <Facts claim={claim} />
        <Related of={key} claim={claim} />
        <TurtleFold claimKey={key} />
      </div>
    </>
  );
}

/** Subject, predicate and object as ways on. */
function Triple({ claim }: { claim: Claim }) {
  const app = useApp();
  return (
    <div class="triple">
      <ValueView value={claim.subject} />
      <span class={`predicate${claim.polarity === 'negative' ? ' is-denied' : ''}`}>
        <bdi>{termName(app, claim.predicate)}</bdi>
      </span>
      <ValueView value={claim.object} />
    </div>
  );
}

function Fact({ term, children }: { term: string; children: ComponentChildren }) {
  return (
    <div class="fact">
      <dt>
        <bdi>{term}</bdi>
      </dt>
      <dd>{children}</dd>
    </div>
  );
}

function Facts({ claim }: { claim: Claim }) {
  const app = useApp();
  const strings = app.strings.value;
  const { dataset } = app.catalog;
  const iri = new Iris(dataset.base).claim(claim.article, claim.id);
  return (
    <dl class="facts">
      <Fact term={strings.whoSays}>
        <AttributionChain claim={claim} />
      </Fact>
      <Fact term={strings.howFirmly}>
        {strings.firmness[claim.modality]}
        {claim.polarity === 'negative' && <strong class="denial">{strings.deniedPlainly}</strong>}
      </Fact>
      {claim.time !== undefined && <Fact term={strings.whenTrue}>{edtfText(claim.time, strings)}</Fact>}
      {claim.said !== undefined && <Fact term={strings.whenSaid}>{edtfText(claim.said, strings)}</Fact>}
      {qualifierValues(claim.qualifiers, app.languages.value).map(({ property, values }) => (
        <Fact key={property} term={sentenceCase(termName(app, property), strings.locale)}>
          {values.map((value, index) => (
            <div key={index}>
              <ValueView value={value} />
            </div>
          ))}
        </Fact>
      ))}
      <Fact term={strings.basis}>
        {claim.derivation === 'implied' ? strings.impliedPlainly : strings.explicitPlainly}
        {claim.confidence !== undefined && (
          <span class="aside">
            {strings.confidence} {percent(claim.confidence, strings.locale)}
          </span>
        )}
      </Fact>
      <Fact term={strings.evidence}>
        <EvidencePlaces claim={claim} />
        <Quote claim={claim} />
      </Fact>
      <Fact term={strings.address}>
        <span class="iri">
          <bdi dir="ltr">
            {iri.split(/(?<=\/)(?!\/)/).map((piece, index) => (
              <Fragment key={index}>
                {index > 0 && <wbr />}
                {piece}
              </Fragment>
            ))}
          </bdi>
          <CopyButton what={strings.address} text={iri} />
          <CopyButton icon="quote" what={strings.citation} text={citation(app, claim, iri)} />
        </span>
      </Fact>
    </dl>
  );
}

/** The sentence, where it comes from, and its address: enough to find it again. */
function citation(app: App, claim: Claim, iri: string): string {
  const article = app.catalog.articles.get(claim.article);
  const published = article?.published;
  const source = [
    app.text(article?.title),
    published !== undefined && edtfText(published, app.strings.value),
    article?.url,
  ];
  return `${claimName(app, `${claim.article}/${claim.id}`)} (${source.filter(Boolean).join(', ')}) ${iri}`;
}

function percent(share: number, locale: string): string {
  return new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 }).format(share);
}

/** The paragraphs that hold the evidence, each a way there, with the characters' positions. */
function EvidencePlaces({ claim }: { claim: Claim }) {
  const app = useApp();
  const strings = app.strings.value;
  const article = app.catalog.articles.get(claim.article)!;
  const places = new Map<number, string[]>();
  for (const span of claim.evidence) {
    const at = paragraphAt(article, span);
    const positions = `${numberText(`${span.start}`, strings.locale)}–${numberText(`${span.end}`, strings.locale)}`;
    places.set(at, [...(places.get(at) ?? []), positions]);
  }
  return (
    <ul class="places">
      {[...places].map(([paragraph, positions]) => (
        <li key={paragraph}>
          <button
            type="button"
            class="place is-evidence"
            onClick={() => goToParagraph(app, claim.article, paragraph)}
          >
            {paragraph === 0 ? strings.outsideParagraphs : strings.paragraph(paragraph)}
          </button>
          {positions.map((position) => (
            <Fragment key={position}>
              {' '}
              <span class="aside is-position">{position}</span>
            </Fragment>
          ))}
        </li>
      ))}
    </ul>
  );
}

/** The exact words, where the file carries them. */
function Quote({ claim }: { claim: Claim }) {
  const { catalog } = useApp();
  const words = quoteOf(catalog, claimKey(claim));
  if (words === undefined) return null;
  return (
    <blockquote class="quote" dir="auto" lang={catalog.articles.get(claim.article)!.language}>
      <mark class="is-evidence">{words}</mark>
    </blockquote>
  );
}

/** Claims that contradict this one, that it speaks of, and that speak of it. */
function Related({ of, claim }: { of: string; claim: Claim }) {
  const app = useApp();
  const strings = app.strings.value;
  const lists = [
    [strings.contradictedBy, app.catalog.contradictions.get(of) ?? []],
    [strings.spokenOf, claimsSpokenOf(claim)],
    [strings.claimsAboutThis, claimsAbout(app.catalog, of)],
  ] as const;
  return (
    <>
      {lists.map(
        ([heading, keys]) =>
          keys.length > 0 && (
            <section key={heading} class="claim-group">
              <h3>{heading}</h3>
              <ul>
                {keys.map((key) => (
                  <li key={key}>
                    <ClaimSentence claimKey={key} />
                  </li>
                ))}
              </ul>
            </section>
          ),
      )}
    </>
  );
}
