/** Ways from anywhere to an entity or a claim: a name with its colour, a sentence with its line. */
import { computed } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { lineStyle, literalWords } from '../../graph/index.ts';
import { claimRefKey, isClaimRef, isEntityRef, type Value } from '../../model/index.ts';
import { useApp } from './app-context.ts';
import { LineGlyph } from './line-glyph.tsx';
import { claimName } from './names.ts';
import { LIST_LIMIT, shorten, Words } from './words.tsx';

/** The colour of a kind's group. */
export function KindDot({ kind }: { kind: string }) {
  const { catalog } = useApp();
  return <HueDot hue={catalog.groupOf.get(kind)?.hue ?? -1} />;
}

export function HueDot({ hue }: { hue: number }) {
  return (
    <span
      class="dot"
      style={{ '--hue': hue < 0 ? 'var(--other)' : `var(--hue-${hue})` }}
      aria-hidden="true"
    />
  );
}

const additive = (event: MouseEvent) => event.shiftKey || event.ctrlKey || event.metaKey;

/** Points the canvas at keys while the pointer or the focus is here. */
export function usePointing(keys: readonly string[]) {
  const { pointed } = useApp();
  const point = () => {
    pointed.value = keys;
  };
  const leave = () => {
    if (pointed.value === keys) pointed.value = [];
  };
  return { onMouseEnter: point, onMouseLeave: leave, onFocus: point, onBlur: leave };
}

/** Whether a key is selected; what asks is made anew only where that changes. */
export function useSelected(key: string): boolean {
  const { state } = useApp();
  return useMemo(() => computed(() => state.value.selection.includes(key)), [state, key]).value;
}

/** An entity's name that selects it. `plain`: without its kind's colour. */
export function EntityName({ id, plain = false }: { id: string; plain?: boolean }) {
  const app = useApp();
  const entity = app.catalog.entities.get(id);
  const pointing = usePointing([id]);
  return (
    <button
      type="button"
      class="entity-name"
      onClick={(event) => app.select(id, { additive: additive(event), sight: true })}
      {...pointing}
    >
      {entity && !plain && <KindDot kind={entity.kind} />}
      <Words map={entity?.label} fallback={id} limit={LIST_LIMIT} />
    </button>
  );
}

/** A claim as a sentence with its line, that selects it. */
export function ClaimSentence({ claimKey }: { claimKey: string }) {
  const app = useApp();
  const claim = app.catalog.claims.get(claimKey);
  const pointing = usePointing([claimKey]);
  const selected = useSelected(claimKey);
  if (claim === undefined) return null;
  return (
    <button
      type="button"
      data-item
      class="claim-sentence"
      aria-current={selected ? 'true' : undefined}
      onClick={(event) => app.select(claimKey, { additive: additive(event), sight: true })}
      {...pointing}
    >
      <LineGlyph style={lineStyle(claim)} />
      <span class="sentence">
        <Words map={claim.statement} fallback={claimName(app, claimKey)} limit={LIST_LIMIT} />
        {claim.polarity === 'negative' && <span class="tag is-denied">{app.strings.value.denied}</span>}
        {app.catalog.contradictions.has(claimKey) && (
          <span class="tag is-contradicted">{app.strings.value.contradicted}</span>
        )}
      </span>
    </button>
  );
}

/** A claim's end or a qualifier's value: an entity, a claim, or a literal in the reader's language. */
export function ValueView({ value }: { value: Value }) {
  const app = useApp();
  if (isEntityRef(value)) return <EntityName id={value.entity} />;
  if (isClaimRef(value)) return <ClaimSentence claimKey={claimRefKey(value)} />;
  return (
    <bdi dir="auto" class="literal" lang={value.lang}>
      {shorten(literalWords(value, app.strings.value), LIST_LIMIT * 2)}
    </bdi>
  );
}
