/** Claims side by side by speaker, the article's own voice first, and above them those that contradict each other. */
import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { attributionChain } from '../../model/index.ts';
import { OWN_VOICE } from '../state/filters.ts';
import { type Voice, voicesOf } from '../state/voices.ts';
import { useApp } from './app-context.ts';
import { More } from './more.tsx';
import { entityName } from './names.ts';
import { ClaimSentence, EntityName } from './references.tsx';
import { useRoving } from './roving.ts';
import { useStaged } from './use-staged.ts';
import { isolate } from './words.tsx';

/** Claims of a voice that are listed at first and with each "more". */
const CHUNK = 40;
/** Voices, and pairs of contradicting claims, that are listed at first and with each "more". */
const ABREAST = 12;
/** Voices that are made in one task. */
const PART = 3;

export function VoicesView() {
  const app = useApp();
  const strings = app.strings.value;
  const pairs = useSignal(ABREAST);
  const columns = useSignal(ABREAST);
  const shown = app.shown.value;
  const { selection } = app.state.value;
  const voices = useMemo(() => voicesOf(app.catalog, shown, selection), [app, shown, selection]);
  const { about, contradictions } = voices;
  const abreast = useMemo(() => voices.first(columns.value), [voices, columns.value]);
  const there = useStaged(abreast, PART);
  const [name, other] = about.map((id) => isolate(entityName(app, id)));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so that the keyboard must reach it
    <section class="voices-view" aria-label={strings.voices} tabIndex={0}>
      <div class="page-title">
        <h1>{name === undefined ? strings.voicesOfAll : strings.voicesAbout(name, other)}</h1>
        {name === undefined && voices.size > 0 && <p>{strings.voicesHint}</p>}
      </div>
      {voices.size === 0 && <p class="quiet-note voices-none">{strings.nothingShown}</p>}
      {contradictions.length > 0 && (
        <section class="contradictions" aria-labelledby="contradictions-heading">
          <h2 id="contradictions-heading">{strings.contradictions(contradictions.length)}</h2>
          <ul>
            {contradictions.slice(0, pairs.value).map((pair) => (
              <li key={pair.join(' ')} class="contradiction">
                {pair.map((key) => (
                  <div key={key}>
                    <Speaker of={key} />
                    <ClaimSentence claimKey={key} />
                  </div>
                ))}
              </li>
            ))}
          </ul>
          <More of={contradictions.length} listed={pairs} by={ABREAST} />
        </section>
      )}
      {voices.size > 0 && contradictions.length === 0 && (
        <p class="quiet-note voices-none">{strings.noContradictions}</p>
      )}
      <div class="voices">
        {there.map((voice) => (
          <VoiceColumn key={voice.speaker} voice={voice} />
        ))}
      </div>
      <More of={voices.size} listed={columns} by={ABREAST} />
    </section>
  );
}

/** Who makes a claim. */
function Speaker({ of }: { of: string }) {
  const app = useApp();
  const speaker = attributionChain(app.catalog.claims.get(of)!)[0]?.speaker;
  return (
    <p class="voice-of">{speaker === undefined ? app.strings.value.ownVoice : <EntityName id={speaker} />}</p>
  );
}

function VoiceColumn({ voice }: { voice: Voice }) {
  const app = useApp();
  const strings = app.strings.value;
  const limit = useSignal(CHUNK);
  const list = useRoving<HTMLUListElement>();
  const { speaker, size } = voice;
  const own = speaker === OWN_VOICE;
  return (
    <section class="voice" aria-label={isolate(own ? strings.ownVoice : entityName(app, speaker))}>
      <h2>
        {own ? strings.ownVoice : <EntityName id={speaker} />}
        <span class="count">{strings.claims(size)}</span>
      </h2>
      <ul ref={list}>
        {voice.first(limit.value).map((key) => (
          <li key={key}>
            <ClaimSentence claimKey={key} />
          </li>
        ))}
      </ul>
      <More of={size} listed={limit} by={CHUNK} />
    </section>
  );
}
