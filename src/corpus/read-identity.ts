/** `identity.yaml`: people's decisions that two ids are, or are not, the same thing. */
import { compareCodePoints, type IdentityDecision } from '../model/index.ts';
import { readText } from './check-text.ts';
import { readEdtf } from './check-time.ts';
import type { SourcePlaces } from './places.ts';
import type { ProblemList } from './problem-list.ts';
import { type IdentityRecord, identitySchema } from './schema.ts';
import { checkShape } from './shape.ts';
import type { SourcePart } from './source.ts';

/**
 * The decisions that stand, each with the smaller id first, sorted. Those taken back are checked and left out.
 * @param known ids of all entities of the dataset; `undefined` where they could not all be read
 */
export function readIdentity(
  part: SourcePart,
  known: ReadonlySet<string> | undefined,
  places: SourcePlaces,
  problems: ProblemList,
): IdentityDecision[] {
  const shape = checkShape(part, identitySchema, 'identity', problems);
  const standing: { index: number; decision: IdentityDecision }[] = [];
  const records = shape.holds() ? ((part.value ?? []) as IdentityRecord) : [];
  for (const [index, raw] of records.entries()) {
    if (!shape.sound(index)) continue;
    const errors = problems.errors;
    for (const end of ['a', 'b'] as const) {
      if (known === undefined || known.has(raw[end])) continue;
      const hint = problems.suggest(raw[end], known, 'name an entity that some article lists');
      const place = part.place([index, end]);
      problems.error('unknown-entity', 'no article lists an entity of this id', {
        place,
        value: raw[end],
        hint,
      });
    }
    if (raw.a === raw.b) {
      const place = part.place([index, 'b']);
      const hint = 'the same id is the same entity always: name two ids';
      problems.error('bad-identity', 'the decision is about one id', { place, value: raw.a, hint });
    }
    const decidedBy = readText(raw.decidedBy, 'name', part, [index, 'decidedBy'], problems) ?? '';
    const reason = readText(raw.reason, 'prose', part, [index, 'reason'], problems) ?? '';
    const date = readEdtf(raw.date, part, [index, 'date'], problems) ?? '';
    if (problems.errors > errors || raw.retracted === true) continue;
    const [a, b] = [raw.a, raw.b].sort(compareCodePoints) as [string, string];
    places.setDecision(a, b, part.place([index]));
    standing.push({ index, decision: { a, b, same: raw.same, decidedBy, date, reason } });
  }
  checkContradictions(standing, part, problems);
  return standing
    .map(({ decision }) => decision)
    .sort((x, y) => compareCodePoints(x.a, y.a) || compareCodePoints(x.b, y.b));
}

/** Sameness carries over from pair to pair, so a difference may contradict a chain of decisions. */
function checkContradictions(
  standing: readonly { index: number; decision: IdentityDecision }[],
  part: SourcePart,
  problems: ProblemList,
): void {
  const pairs = new Set<string>();
  const leaders = new Map<string, string>();
  const leader = (id: string): string => {
    let top = id;
    for (let up = leaders.get(top); up !== undefined; up = leaders.get(top)) top = up;
    if (top !== id) leaders.set(id, top);
    return top;
  };
  for (const { decision } of standing) {
    const [a, b] = [leader(decision.a), leader(decision.b)];
    if (decision.same && a !== b) leaders.set(a, b);
  }
  for (const { index, decision } of standing) {
    const pair = `${decision.a} ${decision.b}`;
    const details = { place: part.place([index]), value: pair };
    if (pairs.has(pair)) {
      const hint = 'mark the older one with `retracted: true`';
      problems.error('bad-identity', 'two decisions that stand are about this pair', { ...details, hint });
    } else if (!decision.same && leader(decision.a) === leader(decision.b)) {
      const hint = 'take one of the decisions back with `retracted: true`';
      problems.error('bad-identity', 'other decisions make these two the same', { ...details, hint });
    }
    pairs.add(pair);
  }
}
