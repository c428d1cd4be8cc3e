/** The claims of one article. */
import {
  type Attribution,
  type Claim,
  compareIds,
  compareQualifiers,
  type Qualifier,
  valueKey,
} from '../model/index.ts';
import type { ArticleContext } from './article-context.ts';
import { checkDomain, checkRange } from './check-range.ts';
import { readLangMap, readText } from './check-text.ts';
import { readEdtf } from './check-time.ts';
import { readEntityRef } from './read-entity-ref.ts';
import { checkEvidence, readSpans } from './read-spans.ts';
import { readTerm } from './read-term.ts';
import { type ClaimLink, ValueReader } from './read-values.ts';
import type { AttributionRecord, ClaimRecord } from './schema.ts';
import type { Shape } from './shape.ts';
import type { Path, SourcePart } from './source.ts';

export interface ClaimsReading {
  /** Sorted by id. Those that were read with errors are incomplete. */
  readonly claims: readonly Claim[];
  /** The ids that the article gives to claims, also to broken ones. */
  readonly ids: ReadonlySet<string>;
  readonly links: readonly ClaimLink[];
}

/** Reads every claim as far as its shape is sound, and reports all that is wrong. */
export function readClaims(part: SourcePart, shape: Shape, context: ArticleContext): ClaimsReading {
  const records: readonly ClaimRecord[] = Array.isArray(part.value) ? part.value : [];
  const ids = readIds(records, part, shape, context);
  const reader = new ClaimReader(part, shape, context);
  const claims: Claim[] = [];
  for (const [index, raw] of records.entries()) {
    if (shape.holds(index)) claims.push(reader.read(raw, index));
  }
  claims.sort((a, b) => compareIds(a.id, b.id));
  return { claims, ids, links: reader.values.links };
}

function readIds(
  records: readonly ClaimRecord[],
  part: SourcePart,
  shape: Shape,
  { problems }: ArticleContext,
): ReadonlySet<string> {
  const ids = new Set<string>();
  const folded = new Map<string, string>();
  for (const [index, raw] of records.entries()) {
    if (!shape.holds(index) || typeof raw?.id !== 'string') continue;
    const earlier = folded.get(raw.id.toLowerCase());
    if (earlier !== undefined) {
      const same = earlier === raw.id;
      problems.error(
        'duplicate-id',
        same ? 'a claim of this id stands here already' : 'two ids differ in letter case alone',
        {
          place: part.place([index, 'id']),
          value: raw.id,
          hint: same ? 'give one of the two another id' : `the other is \`${earlier}\``,
        },
      );
    }
    folded.set(raw.id.toLowerCase(), raw.id);
    ids.add(raw.id);
  }
  return ids;
}

class ClaimReader {
  readonly values: ValueReader;
  readonly #part: SourcePart;
  readonly #shape: Shape;
  readonly #context: ArticleContext;

  constructor(part: SourcePart, shape: Shape, context: ArticleContext) {
    this.#part = part;
    this.#shape = shape;
    this.#context = context;
    this.values = new ValueReader(part, context);
  }

  read(raw: ClaimRecord, index: number): Claim {
    const { problems, languages, vocabulary, article } = this.#context;
    const part = this.#part;
    const sound = (field: keyof ClaimRecord) => this.#shape.sound(index, field);
    const id = sound('id') ? raw.id : '';
    const predicateId = sound('predicate')
      ? readTerm(raw.predicate, 'predicate', part, [index, 'predicate'], this.#context)
      : undefined;
    const predicate = predicateId === undefined ? undefined : vocabulary.property(predicateId);
    const subject = sound('subject') ? this.values.subject(raw.subject, [index, 'subject'], id) : undefined;
    const object = sound('object')
      ? this.values.value(raw.object, [index, 'object'], id, predicate)
      : undefined;
    if (predicate !== undefined) {
      if (subject !== undefined)
        checkDomain(subject, object, predicate, part, [index, 'subject'], this.#context);
      if (object !== undefined) checkRange(object, predicate, part, [index, 'object'], this.#context);
    }
    const qualifiers = sound('qualifiers') ? this.#qualifiers(raw, index, id) : [];
    if (predicate?.needsQualifiers && Object.keys(raw.qualifiers ?? {}).length === 0 && sound('qualifiers')) {
      problems.error(
        'needs-qualifiers',
        `a claim with \`${predicate.id}\` says too little without qualifiers`,
        {
          place: part.place([index, 'predicate']),
          value: raw.predicate,
          hint: 'add `qualifiers:` that say in what, of what, or compared with what',
        },
      );
    }
    const rules = { style: 'prose', required: languages, noun: 'the statement' } as const;
    const statement = sound('statement')
      ? readLangMap(raw.statement, rules, part, [index, 'statement'], problems)
      : undefined;
    const time = this.#edtf(raw.time, index, 'time');
    const said = this.#edtf(raw.said, index, 'said');
    const attribution =
      raw.attribution !== undefined && sound('attribution')
        ? this.#attribution(raw.attribution, [index, 'attribution'])
        : undefined;
    // What is missing here has been reported: a claim with errors never leaves the room.
    return {
      id,
      article,
      subject: subject ?? { entity: '' },
      predicate: predicateId ?? '',
      object: object ?? { entity: '' },
      qualifiers,
      ...(time !== undefined && { time }),
      ...(said !== undefined && { said }),
      ...(attribution !== undefined && { attribution }),
      modality: raw.modality ?? 'asserted',
      polarity: raw.polarity ?? 'positive',
      derivation: raw.derivation ?? 'explicit',
      ...(raw.confidence !== undefined && { confidence: raw.confidence }),
      statement: statement ?? {},
      evidence: this.#evidence(raw, index),
    };
  }

  #qualifiers(raw: ClaimRecord, index: number, from: string): Qualifier[] {
    const qualifiers: Qualifier[] = [];
    const seen = new Set<string>();
    for (const [name, written] of Object.entries(raw.qualifiers ?? {})) {
      const path = [index, 'qualifiers', name];
      const id = readTerm(name, 'qualifier', this.#part, path, this.#context, 'key');
      const property = id === undefined ? undefined : this.#context.vocabulary.property(id);
      const list = Array.isArray(written) ? written : [written];
      for (const [number, item] of list.entries()) {
        const at = Array.isArray(written) ? [...path, number] : path;
        const value = this.values.value(item, at, from, property);
        if (value === undefined || property === undefined) continue;
        checkRange(value, property, this.#part, at, this.#context);
        const qualifier = { property: property.id, value };
        this.#refuseRepeated(qualifier, seen, at);
        qualifiers.push(qualifier);
      }
    }
    return qualifiers.sort(compareQualifiers);
  }

  #refuseRepeated(qualifier: Qualifier, seen: Set<string>, path: Path): void {
    const key = `${qualifier.property} ${valueKey(qualifier.value)}`;
    if (seen.has(key)) {
      const place = this.#part.place(path);
      const hint = 'keep one';
      this.#context.problems.error('duplicate-qualifier', 'the claim has this qualifier twice', {
        place,
        value: qualifier.property,
        hint,
      });
    }
    seen.add(key);
  }

  #edtf(raw: string | number | undefined, index: number, field: 'time' | 'said'): string | undefined {
    if (raw === undefined || !this.#shape.sound(index, field)) return undefined;
    return readEdtf(raw, this.#part, [index, field], this.#context.problems);
  }

  #attribution(raw: AttributionRecord, path: Path): Attribution {
    const { problems, bounds } = this.#context;
    const speaker = readEntityRef(raw.speaker, this.#part, [...path, 'speaker'], this.#context);
    const channel =
      raw.channel === undefined
        ? undefined
        : readEntityRef(raw.channel, this.#part, [...path, 'channel'], this.#context);
    const verb =
      raw.verb === undefined
        ? undefined
        : readText(raw.verb, 'name', this.#part, [...path, 'verb'], problems);
    const spans = readSpans(raw.spans ?? [], this.#part, [...path, 'spans'], bounds, problems);
    const via = raw.via === undefined ? undefined : this.#attribution(raw.via, [...path, 'via']);
    return {
      speaker: speaker ?? '',
      form: raw.form,
      ...(channel !== undefined && { channel }),
      ...(verb !== undefined && { verb }),
      spans,
      ...(via !== undefined && { via }),
    };
  }

  #evidence(raw: ClaimRecord, index: number): Claim['evidence'] {
    const { problems, bounds } = this.#context;
    const path = [index, 'evidence'];
    if (!this.#shape.sound(...path)) return [];
    if (raw.evidence.length === 0) {
      problems.error('no-evidence', 'the claim has no evidence', {
        place: this.#part.place(path),
        value: raw.id,
        hint: 'mark the words that carry it: evidence: [[120, 134]]',
      });
    }
    const spans = readSpans(raw.evidence, this.#part, path, bounds, problems);
    checkEvidence(raw.evidence, this.#part, path, bounds, problems);
    return spans;
  }
}
