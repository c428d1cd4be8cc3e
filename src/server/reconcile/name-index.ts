/** Finds things by name: exact letters before equal ones without case, those before equal ones without accents, those before similar ones. */
import { compareCodePoints } from '../../model/index.ts';

/** What names lead to. */
export interface NamedThing {
  readonly id: string;
  /** The thing's own names, one a language. */
  readonly labels: readonly string[];
  readonly aliases: readonly string[];
}

export interface Candidate {
  readonly id: string;
  /** From 0 to 100. */
  readonly score: number;
}

/** Scores of names that are equal; an alias counts a little less than a label. */
export const SCORES = { exact: 100, caseless: 96, folded: 85, alias: -2 } as const;
/** The most that a similar name gets, and the least that is worth showing. */
const SIMILAR = 80;
const LEAST = 30;
/** Letters of a word that a candidate has to share. */
const STEM = 2;
/** Names that are compared with one query. */
const MOST_COMPARED = 5000;

interface Name {
  readonly id: string;
  readonly text: string;
  readonly lower: string;
  readonly folded: string;
  readonly isAlias: boolean;
}

export class NameIndex {
  readonly #byStem = new Map<string, Name[]>();

  constructor(things: Iterable<NamedThing>) {
    for (const { id, labels, aliases } of things) {
      for (const text of new Set(labels)) this.#add(id, text, false);
      for (const text of new Set(aliases)) if (!labels.includes(text)) this.#add(id, text, true);
    }
  }

  /** Best first, each thing once; ties by id. */
  find(query: string): Candidate[] {
    const wanted = nameOf('', query, false);
    const best = new Map<string, number>();
    for (const name of this.#candidates(wanted)) {
      const score = scoreOf(wanted, name);
      if (score >= LEAST && score > (best.get(name.id) ?? 0)) best.set(name.id, score);
    }
    return ranked(best);
  }

  /** Things of which a word of a name begins so; those whose letters agree with their accents first. */
  startingWith(prefix: string): Candidate[] {
    const wanted = nameOf('', prefix, false);
    const best = new Map<string, number>();
    for (const name of this.#candidates(wanted)) {
      const at = ` ${name.folded}`.indexOf(` ${wanted.folded}`);
      if (at < 0) continue;
      const sameLetters = ` ${name.lower}`.includes(` ${wanted.lower}`);
      const score =
        (sameLetters ? 60 : 40) + (at === 0 ? 20 : 0) + 20 / (1 + name.folded.length - wanted.folded.length);
      if (score > (best.get(name.id) ?? 0)) best.set(name.id, score);
    }
    return ranked(best);
  }

  #add(id: string, text: string, isAlias: boolean): void {
    const name = nameOf(id, text, isAlias);
    for (const stem of stemsOf(name.folded)) {
      const list = this.#byStem.get(stem);
      if (list) list.push(name);
      else this.#byStem.set(stem, [name]);
    }
  }

  #candidates({ folded }: Name): Set<Name> {
    const found = new Set<Name>();
    for (const stem of stemsOf(folded)) {
      for (const name of this.#byStem.get(stem) ?? []) {
        if (found.size >= MOST_COMPARED) return found;
        found.add(name);
      }
    }
    return found;
  }
}

/** Without case and accents; đ is a letter of its own, which Unicode does not take apart. */
export function fold(text: string): string {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('đ', 'd');
  return plain.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}

function nameOf(id: string, text: string, isAlias: boolean): Name {
  const normal = text.normalize('NFC').trim();
  return { id, text: normal, lower: normal.toLowerCase(), folded: fold(normal), isAlias };
}

function stemsOf(folded: string): Set<string> {
  return new Set(
    folded
      .split(' ')
      .filter(Boolean)
      .map((word) => word.slice(0, STEM)),
  );
}

function scoreOf(wanted: Name, name: Name): number {
  const less = name.isAlias ? SCORES.alias : 0;
  if (wanted.text === name.text) return SCORES.exact + less;
  if (wanted.lower === name.lower) return SCORES.caseless + less;
  if (wanted.folded === name.folded) return SCORES.folded + less;
  // Mostly the folded letters; among names alike in these, those with the same accents.
  const likeness = 0.9 * dice(wanted.folded, name.folded) + 0.1 * dice(wanted.lower, name.lower);
  return SIMILAR * likeness + less;
}

/** Sørensen and Dice's coefficient of pairs of neighbouring characters, from 0 to 1. */
function dice(a: string, b: string): number {
  const [x, y] = [pairs(a), pairs(b)];
  let shared = 0;
  let total = 0;
  for (const [pair, count] of x) {
    shared += Math.min(count, y.get(pair) ?? 0);
    total += count;
  }
  for (const count of y.values()) total += count;
  return total === 0 ? 0 : (2 * shared) / total;
}

function pairs(text: string): Map<string, number> {
  const found = new Map<string, number>();
  for (let at = 0; at + 1 < text.length; at += 1) {
    const pair = text.slice(at, at + 2);
    found.set(pair, (found.get(pair) ?? 0) + 1);
  }
  return found;
}

function ranked(best: ReadonlyMap<string, number>): Candidate[] {
  return [...best]
    .map(([id, score]) => ({ id, score: Math.round(score * 10) / 10 }))
    .sort((a, b) => b.score - a.score || compareCodePoints(a.id, b.id));
}
