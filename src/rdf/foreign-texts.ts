/** Labels, aliases and descriptions of a foreign thing by language. */
import {
  type Alias,
  compareAliases,
  compareCodePoints,
  isLanguageTag,
  type LangMap,
  type LossCounter,
  NO_LANGUAGE,
} from '../model/index.ts';
import type { ForeignNode } from './foreign-index.ts';
import type { Literal } from './quad.ts';
import { rdf, xsd } from './well-known.ts';

export interface ForeignTexts {
  readonly label: LangMap;
  readonly aliases: readonly Alias[];
  readonly description: LangMap;
}

/**
 * For each language the best property that has a text in it counts. Of several texts of that property in one language the
 * first in code-point order is the label, the others become aliases; descriptions are joined.
 */
export function foreignTexts(node: ForeignNode, losses: LossCounter): ForeignTexts {
  const label = new Map<string, string>();
  const aliases = new Map<string, Alias>();
  const alias = (text: string, tag: string) =>
    aliases.set(`${text}\n${tag}`, tag === NO_LANGUAGE ? { text } : { text, lang: tag });
  for (const literal of node.aliases) alias(literal.value, tagOf(literal, 'further names', losses));
  for (const [place, literals] of node.labels.entries()) {
    for (const [tag, texts] of byLanguage(literals, 'names', losses)) {
      if (label.has(tag)) continue;
      label.set(tag, texts[0]!);
      // Only rdfs:label is written from the model's labels; the others are claims as well, and stay whole there.
      if (place === 0) {
        losses.add('further labels of one language, kept as aliases', texts.length - 1);
        for (const text of texts.slice(1)) alias(text, tag);
      }
    }
  }
  const description = new Map<string, string>();
  for (const [place, literals] of node.descriptions.entries()) {
    for (const [tag, texts] of byLanguage(literals, 'descriptions', losses)) {
      if (description.has(tag)) continue;
      if (place === 0) losses.add('further descriptions of one language, joined', texts.length - 1);
      description.set(tag, place === 0 ? texts.join(' ') : texts[0]!);
    }
  }
  return {
    label: sorted(label),
    aliases: [...aliases.values()].sort(compareAliases),
    description: sorted(description),
  };
}

/** The language of a literal as a tag that the model may hold; {@link NO_LANGUAGE} where there is none. */
export function tagOf({ language }: Literal, what: string, losses: LossCounter): string {
  if (language === '') return NO_LANGUAGE;
  if (isLanguageTag(language) && language.toLowerCase() !== NO_LANGUAGE) return language;
  losses.add(`languages of ${what} that are “und” or no tag by BCP 47`);
  return NO_LANGUAGE;
}

/** Texts in code-point order, each once, by tag. */
function byLanguage(
  literals: readonly Literal[] | undefined,
  what: string,
  losses: LossCounter,
): Map<string, string[]> {
  const texts = new Map<string, Set<string>>();
  for (const literal of literals ?? []) {
    const { datatype } = literal;
    if (
      literal.language === '' &&
      datatype.value !== xsd.string.value &&
      datatype.value !== rdf.langString.value
    )
      losses.add(`datatypes of ${what}`);
    const tag = tagOf(literal, what, losses);
    texts.set(tag, (texts.get(tag) ?? new Set()).add(literal.value));
  }
  return new Map([...texts].map(([tag, set]) => [tag, [...set].sort(compareCodePoints)]));
}

function sorted(map: ReadonlyMap<string, string>): LangMap {
  return Object.fromEntries([...map].sort(([a], [b]) => compareCodePoints(a, b)));
}
