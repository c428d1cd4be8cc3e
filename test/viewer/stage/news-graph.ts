/** An invented graph of the size and shape of a long news article: hubs, parallel claims, claims about claims. */
import type { Claim, Dataset, Entity, LangMap } from '../../../src/model/index.ts';
import { sampleDataset } from '../../fixtures/sample.ts';

export interface NewsOptions {
  readonly entities: number;
  readonly claims: number;
  /** Any whole number; the same gives the same graph. */
  readonly seed: number;
}

const KINDS = ['ex:Company', 'ex:Person', 'ex:Ship', 'ex:Place', 'ex:Concept', 'ex:Work', 'ex:Organization'];
const PREDICATES = [
  'ex:operates',
  'ex:ownedBy',
  'ex:boosts',
  'ex:fasterThan',
  'ex:leads',
  'ex:supplies',
  'ex:contradicts',
];
const FIRST = [
  'North',
  'Harbour',
  'Quick',
  'Old',
  'Silver',
  'Coast',
  'Lind',
  'Grey',
  'Storm',
  'Amber',
  'Polar',
];
const SECOND = [
  'Line',
  'Works',
  'Tern',
  'Dock',
  'Port',
  'Union',
  'Bank',
  'Light',
  'Yard',
  'Fleet',
  'Institute of',
];
const THIRD = ['', '', '', ' Group', ' II', ' Holdings', ' Marine Research', ' of Lindmar'];

/** Linear congruential generator (Numerical Recipes): small, and the same everywhere. */
function generator(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 0x1_0000_0000) * below);
  };
}

export function newsDataset({ entities: count, claims: total, seed }: NewsOptions): Dataset {
  const next = generator(seed);
  const pick = <T>(list: readonly T[]): T => list[next(list.length)]!;
  const entities: Entity[] = [];
  for (let i = 0; i < count; i += 1) {
    const name = `${pick(FIRST)} ${pick(SECOND)}${pick(THIRD)}`;
    const label: LangMap = i % 11 === 3 ? { en: name, vi: `Hãng tàu ${name} Việt` } : { en: name };
    entities.push({
      id: `e${String(i).padStart(6, '0')}`,
      kind: KINDS[Math.floor(Math.sqrt(next(KINDS.length * KINDS.length)))]!,
      label,
      aliases: [],
      description: {},
      sameAs: [],
      closeMatch: [],
      mentions: [],
    });
  }
  const id = (i: number) => ({ entity: entities[i]!.id });
  const claims: Claim[] = [];
  // A power law by cubing: the first few entities take part in most claims.
  const hub = () => Math.floor((next(1000) / 1000) ** 3 * count);
  for (let i = 0; i < total; i += 1) {
    const roll = next(100);
    const known = claims[next(Math.max(1, claims.length))];
    const about = roll < 6 && known !== undefined ? known : undefined;
    const parallel =
      roll >= 6 && roll < 18 && known !== undefined && 'entity' in known.subject ? known : undefined;
    const subject = parallel?.subject ?? id(hub());
    const object = parallel?.object ?? (i < count ? id(i) : id(next(count)));
    claims.push({
      id: `c${String(i).padStart(6, '0')}`,
      article: 'news',
      subject: about
        ? { claim: about.id, article: 'news' }
        : roll > 14
          ? subject
          : (object as typeof subject),
      predicate: about ? 'ex:contradicts' : pick(PREDICATES),
      object: about ? id(next(count)) : roll > 14 ? object : subject,
      qualifiers: [],
      modality: roll > 88 ? 'predicted' : roll > 74 ? 'reported' : roll > 70 ? 'attempted' : 'asserted',
      polarity: roll % 13 === 4 ? 'negative' : 'positive',
      derivation: roll % 7 === 5 ? 'implied' : 'explicit',
      statement: { en: 'An invented claim.' },
      evidence: [],
    });
  }
  const [article] = sampleDataset.articles;
  return { ...sampleDataset, articles: [{ ...article!, id: 'news', entities, claims }] };
}
