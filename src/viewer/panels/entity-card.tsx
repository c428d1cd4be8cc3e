/** The card of an entity: what it is, and its claims as sentences, grouped by predicate. */

import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import type { UnitedEntity } from '../../model/index.ts';
import { CHUNK, listedAtFirst } from '../state/at-first.ts';
import { claimsOf } from '../state/entity-claims.ts';
import { claimsAround, leftOut, MOST_NEW, reachOf } from '../state/expand.ts';
import { isFiltering } from '../state/filters.ts';
import { paragraphAt } from '../state/marks.ts';
import { useApp } from './app-context.ts';
import { goToParagraph } from './digest.tsx';
import { FocusChoice } from './focus-choice.tsx';
import { grow } from './growing.ts';
import { More } from './more.tsx';
import { entityName, termName } from './names.ts';
import { PinChoice } from './pin-choice.tsx';
import { ClaimSentence, KindDot } from './references.tsx';
import { useRoving } from './roving.ts';
import { sentenceCase, Words } from './words.tsx';

/** How many identifiers and aliases are listed. */
const MOST_ALIASES = 24;
/** Longest name shown as a heading, in code points. */
const HEADING_LIMIT = 400;

export function EntityCard({ id }: { id: string }) {
  const app = useApp();
  const strings = app.strings.value;
  const entity = app.catalog.entities.get(id);
  if (entity === undefined) return null;
  return (
    <>
      <p class="card-kind">
        <KindDot kind={entity.kind} />
        <bdi>{sentenceCase(termName(app, entity.kind), strings.locale)}</bdi>
        <PinChoice entity={id} />
      </p>
      <h2 id="card-heading" tabIndex={-1}>
        <Words map={entity.label} fallback={id} limit={HEADING_LIMIT} />
      </h2>
      {Object.keys(entity.description).length > 0 && (
        <p class="card-text">
          <Words map={entity.description} />
        </p>
      )}
      <Names entity={entity} />
      <FocusChoice entity={id} />
      <EntityClaimList id={id} />
      <Mentions entity={entity} />
      {app.state.value.selection.length === 1 && <p class="quiet-note">{strings.selectSecond}</p>}
    </>
  );
}

function Names({ entity }: { entity: UnitedEntity }) {
  const app = useApp();
  const strings = app.strings.value;
  const label = entityName(app, entity.id);
  const aliases = [...new Set([...Object.values(entity.label), ...entity.aliases.map(({ text }) => text)])]
    .filter((text) => text !== label)
    .slice(0, MOST_ALIASES);
  return (
    <dl class="facts">
      {aliases.length > 0 && (
        <>
          <dt>{strings.alsoCalled}</dt>
          <dd>
            {aliases.map((alias, index) => (
              <>
                {index > 0 && ', '}
                <bdi dir="auto">{alias}</bdi>
              </>
            ))}
          </dd>
        </>
      )}
      <Links term={strings.sameAs} iris={entity.sameAs} />
      <Links term={strings.closeMatch} iris={entity.closeMatch} />
    </dl>
  );
}

function Links({ term, iris }: { term: string; iris: readonly string[] }) {
  if (iris.length === 0) return null;
  return (
    <>
      <dt>{term}</dt>
      {iris.map((iri) => (
        <dd key={iri}>
          <OutsideLink iri={iri} />
        </dd>
      ))}
    </>
  );
}

/** A link out of the page; an IRI that is no web address stays text. */
export function OutsideLink({ iri, children }: { iri: string; children?: ComponentChildren }) {
  const text = children ?? <bdi dir="ltr">{iri.replace(/^https?:\/\/(?:www\.)?/, '')}</bdi>;
  return /^https?:\/\//i.test(iri) ? (
    <a href={iri} rel="noopener noreferrer" target="_blank">
      {text}
    </a>
  ) : (
    <span>{text}</span>
  );
}

function EntityClaimList({ id }: { id: string }) {
  const app = useApp();
  const strings = app.strings.value;
  const box = useRoving<HTMLDivElement>();
  const { out, in: incoming, says, qualifies } = claimsOf(app.catalog, id);
  const about = new Set([...out.values(), ...incoming.values()].flat());
  const otherSays = says.filter((key) => !about.has(key));
  const groups: [string, ComponentChildren, readonly string[]][] = [
    ...[...out].map(
      ([predicate, keys]) => [`out ${predicate}`, <>{termName(app, predicate)} …</>, keys] as const,
    ),
    ...[...incoming].map(
      ([predicate, keys]) => [`in ${predicate}`, <>… {termName(app, predicate)}</>, keys] as const,
    ),
    ['says', strings.says, otherSays] as const,
    ['qualifies', strings.inQualifiers, qualifies.filter((key) => !about.has(key))] as const,
  ].map(([key, heading, keys]) => [key, heading, keys]);
  const filled = groups.filter(([, , keys]) => keys.length > 0);
  const listed = listedAtFirst(filled.map(([, , keys]) => keys.length));
  if (filled.length === 0) return <p class="quiet-note">{strings.noClaims}</p>;
  return (
    <div class="claim-groups" ref={box}>
      <GrowLimit id={id} />
      {filled.map(([key, heading, keys]) => (
        <ClaimGroup key={`${id} ${key}`} id={id} claims={keys} heading={heading} listed={listed} />
      ))}
    </div>
  );
}

/** Says that the last step has reached its limit, where what has grown from the entity is not all. */
function GrowLimit({ id }: { id: string }) {
  const app = useApp();
  const { filters } = app.state.value;
  const limited = useMemo(() => {
    const { within } = filters;
    // By itself alone it has not grown yet.
    if (within === undefined || within.size < 2) return false;
    return leftOut(app.state.peek(), app.catalog, claimsAround(app.catalog, id)) > 0;
  }, [app, filters, id]);
  return limited ? <p class="quiet-note">{app.strings.value.growLimit(MOST_NEW)}</p> : null;
}

interface GroupProps {
  readonly id: string;
  readonly claims: readonly string[];
  readonly heading: ComponentChildren;
}

function ClaimGroup({ listed, id, claims, heading }: GroupProps & { readonly listed: number }) {
  const limit = useSignal(listed);
  return (
    <section class="claim-group">
      <GroupHeading id={id} claims={claims} heading={heading} />
      <ul>
        {claims.slice(0, limit.value).map((claim) => (
          <li key={claim}>
            <ClaimSentence claimKey={claim} />
          </li>
        ))}
      </ul>
      <More of={claims.length} listed={limit} by={CHUNK} />
    </section>
  );
}

/** What a group of claims has in common, how many of them are shown, and the others brought in. */
function GroupHeading({ id, claims, heading }: GroupProps) {
  const app = useApp();
  const strings = app.strings.value;
  const { filters } = app.state.value;
  if (!isFiltering(filters)) {
    return (
      <h3>
        <bdi>{heading}</bdi>
      </h3>
    );
  }
  const { shown, all } = reachOf(app.shown.value, claims);
  const bounded = filters.focus !== undefined || filters.within !== undefined;
  return (
    <h3>
      <bdi>{heading}</bdi>
      <span class="count"> {strings.reach(shown, all)}</span>
      {bounded && shown < all && (
        <button type="button" class="text-button" onClick={() => grow(app, id, claims)}>
          {strings.moreRows(Math.min(all - shown, MOST_NEW))}
        </button>
      )}
    </h3>
  );
}

/** Where the articles mention it: a button per paragraph. */
function Mentions({ entity }: { entity: UnitedEntity }) {
  const app = useApp();
  const strings = app.strings.value;
  const places = new Map<string, { article: string; paragraph: number; count: number }>();
  for (const { article, span } of entity.mentions) {
    const paragraph = paragraphAt(app.catalog.articles.get(article)!, span);
    const key = `${article}/${paragraph}`;
    places.set(key, { article, paragraph, count: (places.get(key)?.count ?? 0) + 1 });
  }
  if (places.size === 0) return null;
  const several = new Set(entity.mentions.map(({ article }) => article)).size > 1;
  return (
    <section class="mentions">
      <h3>{strings.mentions(entity.mentions.length)}</h3>
      <ul class="places">
        {[...places].map(([key, { article, paragraph, count }]) => (
          <li key={key}>
            <button type="button" class="place" onClick={() => goToParagraph(app, article, paragraph)}>
              {several && <bdi>{app.text(app.catalog.articles.get(article)?.title)} · </bdi>}
              {paragraph === 0 ? strings.outsideParagraphs : strings.paragraph(paragraph)}
              {count > 1 && <span class="count"> ×{count}</span>}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
