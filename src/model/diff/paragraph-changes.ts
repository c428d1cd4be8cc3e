/** What differs between the paragraphs of two versions of an article. */
import type { Paragraph } from '../dataset.ts';
import { type FieldChange, fieldChanges, sameKey } from './field-changes.ts';

/**
 * Paragraphs are the same where they stand at the same place, else where they say the same. They are named by their
 * number in the new version, those that went by their old one.
 */
export function paragraphChanges(old: readonly Paragraph[], now: readonly Paragraph[]): FieldChange[] {
  const left = new Set(old.keys());
  const partner = new Map<number, number>();
  for (const key of ['span', 'digest'] as const) {
    const waiting = new Map<string, number[]>();
    for (const n of left) {
      const text = sameKey(old[n]![key]);
      waiting.set(text, [...(waiting.get(text) ?? []), n]);
    }
    for (const [n, paragraph] of now.entries()) {
      if (partner.has(n)) continue;
      const found = waiting.get(sameKey(paragraph[key]))?.shift();
      if (found === undefined) continue;
      partner.set(n, found);
      left.delete(found);
    }
  }
  const changes = now.flatMap((paragraph, n): FieldChange[] => {
    const found = partner.get(n);
    const field = `paragraphs.${n + 1}`;
    if (found === undefined) return [{ field, new: paragraph }];
    return fieldChanges(old[found], paragraph, { span: 'value', digest: 'texts' }, `${field}.`);
  });
  const gone = [...left].map((n) => ({ field: `paragraphs.${n + 1}`, old: old[n] }));
  if (changes.length + gone.length > 0 || sameKey(old) === sameKey(now)) return [...gone, ...changes];
  return [{ field: 'paragraphs', old, new: now }];
}
