/** One hit of the search, as an option of its list. */
import { edtfText, lineStyle } from '../../graph/index.ts';
import type { Hit } from '../state/search-entries.ts';
import { useApp } from './app-context.ts';
import { LineGlyph } from './line-glyph.tsx';
import { claimName, termName } from './names.ts';
import { HueDot, KindDot } from './references.tsx';
import { LIST_LIMIT, sentenceCase, Words } from './words.tsx';

export interface HitOptionProps {
  readonly id: string;
  readonly hit: Hit;
  readonly active: boolean;
  readonly onChoose: () => void;
}

export function HitOption({ id, hit, active, onChoose }: HitOptionProps) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox's field handles the keys
    // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field (aria-activedescendant)
    <div id={id} class="hit" role="option" aria-selected={active} onClick={onChoose}>
      <HitContent hit={hit} />
    </div>
  );
}

function HitContent({ hit: { type, id } }: { hit: Hit }) {
  const app = useApp();
  const { catalog } = app;
  const strings = app.strings.value;
  const shown = app.shown.value;
  const hidden = <span class="hit-note is-hidden-hit">{strings.hiddenByFilters}</span>;
  if (type === 'entity') {
    const entity = catalog.entities.get(id);
    return (
      <>
        <KindDot kind={entity?.kind ?? ''} />
        <span class="hit-name">
          <Words map={entity?.label} fallback={id} limit={LIST_LIMIT} />
        </span>
        {shown.entities.has(id) ? (
          <span class="hit-note">
            <bdi>{termName(app, entity?.kind ?? '')}</bdi>
          </span>
        ) : (
          hidden
        )}
      </>
    );
  }
  if (type === 'claim') {
    const claim = catalog.claims.get(id)!;
    return (
      <>
        <LineGlyph style={lineStyle(claim)} />
        <span class="hit-name is-sentence">
          <Words map={claim.statement} fallback={claimName(app, id)} limit={LIST_LIMIT} />
        </span>
        {!shown.claims.has(id) && hidden}
      </>
    );
  }
  if (type === 'article') {
    const article = catalog.articles.get(id)!;
    return (
      <>
        <span class="dot is-none" />
        <span class="hit-name is-sentence">
          <Words map={article.title} fallback={id} limit={LIST_LIMIT} />
        </span>
        {article.published !== undefined && (
          <span class="hit-note">{edtfText(article.published, strings)}</span>
        )}
      </>
    );
  }
  const isKind = type === 'kind';
  return (
    <>
      {isKind ? <HueDot hue={catalog.groupOf.get(id)?.hue ?? -1} /> : <span class="dot is-none" />}
      <span class="hit-name">
        <bdi>{sentenceCase(termName(app, id), strings.locale)}</bdi>
      </span>
      <span class="hit-note">{isKind ? strings.showKindOnly : strings.showPredicateOnly}</span>
    </>
  );
}
