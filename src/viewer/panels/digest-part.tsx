/** One part of an article: its number, its words, the marks in it, and the claims that rest on it. */
import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { type CodePointText, spanContains } from '../../model/index.ts';
import { type ArticlePart, claimsWithin, type Mark } from '../state/marks.ts';
import { quoteOf } from '../state/quotes.ts';
import { useApp } from './app-context.ts';
import { partId, type Thread } from './digest.tsx';
import { Icon } from './icons.tsx';
import { MarkBar } from './mark-bar.tsx';
import { MarkedText } from './marked-text.tsx';
import { ClaimSentence } from './references.tsx';
import { useRoving } from './roving.ts';
import { Words } from './words.tsx';

export interface DigestPartProps {
  readonly article: string;
  readonly part: ArticlePart;
  /** Those within the part, cut to it. */
  readonly marks: readonly Mark[];
  readonly thread: Thread;
  readonly withClaims: boolean;
}

export function DigestPart({ article, part, marks, thread, withClaims }: DigestPartProps) {
  const app = useApp();
  const source = app.sources.value.get(article);
  const shown = app.shown.value.claims;
  const { language } = app.catalog.articles.get(article)!;
  const claims = claimsWithin(app.catalog.articles.get(article)!, part.span).filter((key) => shown.has(key));
  const marked = marks.some(({ use }) => use === 'evidence');
  const point = () => {
    app.pointed.value = claims;
  };
  const leave = () => {
    if (app.pointed.value === claims) app.pointed.value = [];
  };
  if (part.number === undefined && marks.length === 0 && source === undefined) return null;
  return (
    <li
      id={partId(article, part.number)}
      class={`part is-thread-${thread}${part.role === undefined ? '' : ` is-${part.role}`}`}
      data-marked={marked || undefined}
      tabIndex={-1}
      onMouseEnter={point}
      onMouseLeave={leave}
    >
      <span class="part-number" aria-hidden="true">
        {part.number ?? '·'}
      </span>
      <div class="part-body">
        <PartText part={part} marks={marks} source={source} lang={language} />
        {marks.length > 0 && source === undefined && <MarkBar part={part.span} marks={marks} />}
        {source === undefined && <Quotes part={part} marks={marks} lang={language} />}
        {claims.length > 0 && <PartClaims keys={claims} open={withClaims} />}
      </div>
    </li>
  );
}

function PartText({
  part,
  marks,
  source,
  lang,
}: {
  part: ArticlePart;
  marks: readonly Mark[];
  source: CodePointText | undefined;
  lang: string;
}) {
  const strings = useApp().strings.value;
  const name = part.number === undefined ? strings.structures[part.role] : strings.paragraph(part.number);
  return (
    <>
      {part.number === undefined ? (
        <p class="structure-name">{name}</p>
      ) : (
        <span class="visually-hidden">{name}. </span>
      )}
      {source !== undefined ? (
        <MarkedText text={source} part={part.span} marks={marks} lang={lang} />
      ) : (
        part.number !== undefined && (
          <p class="digest-text">
            <Words map={part.paragraph.digest} />
          </p>
        )
      )}
    </>
  );
}

/** What the marked evidence says, where the file carries it: with the part in which it begins. */
function Quotes({ part, marks, lang }: { part: ArticlePart; marks: readonly Mark[]; lang: string }) {
  const { catalog } = useApp();
  const claims = new Set(marks.filter(({ use }) => use === 'evidence').map(({ of }) => of));
  const begun = [...claims].filter((key) => {
    const first = catalog.claims.get(key)?.evidence[0];
    return first !== undefined && spanContains(part.span, first);
  });
  return (
    <>
      {begun.map((key) => {
        const words = quoteOf(catalog, key);
        return (
          words !== undefined && (
            <p key={key} class="digest-text is-source" dir="auto" lang={lang}>
              <mark class="is-evidence">{words}</mark>
            </p>
          )
        );
      })}
    </>
  );
}

/** The claims of a part, folded behind their number. */
function PartClaims({ keys, open: initially }: { keys: readonly string[]; open: boolean }) {
  const app = useApp();
  const open = useSignal(initially);
  const list = useRoving<HTMLUListElement>();
  const id = useId();
  return (
    <div class="part-claims">
      <button
        type="button"
        class="fold-claims"
        aria-expanded={open.value}
        aria-controls={id}
        onClick={() => {
          open.value = !open.value;
        }}
      >
        {app.strings.value.claimsHere(keys.length)}
        <Icon name="chevron" />
      </button>
      <ul id={id} ref={list} hidden={!open.value}>
        {open.value &&
          keys.map((key) => (
            <li key={key}>
              <ClaimSentence claimKey={key} />
            </li>
          ))}
      </ul>
    </div>
  );
}
