/** Checks texts, language tags and texts by language. */
import { isLanguageTag, type LangMap } from '../model/index.ts';
import { sortedLangMap } from './lang-map-order.ts';
import type { ProblemList } from './problem-list.ts';
import type { Path, SourcePart } from './source.ts';

/** `name`: one line, fit for a label. `prose`: sentences, where line breaks may stand. */
export type TextStyle = 'name' | 'prose';

/**
 * Characters that no name and no sentence holds: the control characters of C0 and C1, halves of surrogate pairs, and
 * the two code points that are never characters and that XML 1.0 (production 2) forbids.
 */
const NEVER = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]|\p{Cs}/u;
const NEVER_IN_NAMES = /[\u0000-\u001f\u007f-\u009f\ufffe\uffff\u202a-\u202e\u2066-\u2069]|\p{Cs}/u;

/** True where the text holds a character that no sentence holds. */
export function hasForbiddenCharacter(text: string): boolean {
  return NEVER.test(text);
}

/** The text with U+FFFD in the place of such characters. */
export function withoutForbidden(text: string): string {
  return text.replace(new RegExp(NEVER, 'gu'), '\ufffd');
}

/** The text, or `undefined` after reporting what is wrong with it. Prose loses the white space around it. */
export function readText(
  raw: string,
  style: TextStyle,
  part: SourcePart,
  path: Path,
  problems: ProblemList,
): string | undefined {
  const bad = (style === 'name' ? NEVER_IN_NAMES : NEVER).exec(raw)?.[0];
  if (bad !== undefined) {
    problems.error('bad-character', `the text holds ${characterName(bad)}`, {
      place: part.place(path),
      value: raw,
      hint: 'take the character out',
    });
    return undefined;
  }
  const text = raw.trim();
  if (text === '') {
    problems.error('empty-text', 'the text is empty', {
      place: part.place(path),
      hint: 'write it, or take the field out',
    });
    return undefined;
  }
  if (style === 'name' && text !== raw) {
    problems.error('outer-space', 'a name must not begin or end with white space', {
      place: part.place(path),
      value: raw,
      hint: `write "${text}"`,
    });
    return undefined;
  }
  return text;
}

function characterName(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const name = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
  if (code >= 0xd800 && code <= 0xdfff) return `half a surrogate pair (${name})`;
  if (code >= 0xfffe) return `a code point that is no character (${name})`;
  if (code >= 0x202a) return `a character that turns the direction of writing around (${name})`;
  if (code === 9 || code === 10 || code === 13) return `a tab or line break (${name})`;
  return `a control character (${name})`;
}

/** Reports a tag that is not BCP 47 in its usual letter case (RFC 5646 section 2.1.1); true where it is sound. */
export function checkLanguageTag(
  tag: string,
  part: SourcePart,
  path: Path,
  problems: ProblemList,
  at?: 'key',
): boolean {
  const usual = usualTag(tag);
  if (usual === tag) return true;
  problems.error(
    'bad-language',
    usual === undefined ? 'this is not a language tag' : 'this language tag has unusual letter case',
    {
      place: part.place(path, at),
      value: tag,
      hint: usual === undefined ? 'use BCP 47, e.g. en, vi, zh-Hant, pt-BR' : `write \`${usual}\``,
    },
  );
  return false;
}

/** The tag in its usual letter case; `undefined` for what is no language tag. */
export function usualTag(tag: string): string | undefined {
  if (/^[a-z]{2,3}$/.test(tag)) return tag;
  // The grammar leaves room for languages of four to eight letters, but none was ever registered: `english` is a slip.
  return isLanguageTag(tag) && !/^[a-z]{4}/i.test(tag) ? usualCase(tag) : undefined;
}

/** RFC 5646 section 2.1.1: language in lower case, Script in title case, REGION in upper case; all lower after `x`. */
function usualCase(tag: string): string {
  const parts = tag.toLowerCase().split('-');
  const single = parts.findIndex((part) => part.length === 1);
  return parts
    .map((part, index) => {
      if (index === 0 || (single >= 0 && index > single)) return part;
      if (part.length === 4 && /^[a-z]/.test(part)) return part[0]!.toUpperCase() + part.slice(1);
      return part.length === 2 ? part.toUpperCase() : part;
    })
    .join('-');
}

export interface LangMapRules {
  readonly style: TextStyle;
  /** Languages that must be there. */
  readonly required: readonly string[];
  /** Languages whose absence is worth a warning. */
  readonly wished?: readonly string[];
  /** What the map is, for messages: `the statement`. */
  readonly noun: string;
}

/** Texts by language, sorted; `undefined` after reporting errors. An empty map is an error always. */
export function readLangMap(
  raw: LangMap,
  rules: LangMapRules,
  part: SourcePart,
  path: Path,
  problems: ProblemList,
): LangMap | undefined {
  const errors = problems.errors;
  const texts: Record<string, string> = {};
  const tags = Object.keys(raw);
  for (const tag of tags) {
    const tagIsSound = checkLanguageTag(tag, part, [...path, tag], problems, 'key');
    const text = readText(raw[tag]!, rules.style, part, [...path, tag], problems);
    if (tagIsSound && text !== undefined) texts[tag] = text;
  }
  // A language that is there under a wrong tag is not missing as well.
  if (
    problems.errors > errors &&
    Object.keys(texts).length < tags.length &&
    tags.some((tag) => usualTag(tag) !== tag)
  ) {
    return undefined;
  }
  const missing = rules.required.filter((tag) => !Object.hasOwn(raw, tag));
  if (missing.length > 0) {
    problems.error('missing-language', `${rules.noun} is not given in ${missing.join(' and ')}`, {
      place: part.place(path),
      hint: `add ${missing.map((tag) => `\`${tag}: ...\``).join(' and ')}: the dataset's languages need it`,
    });
  } else if (tags.length === 0) {
    problems.error('missing-language', `${rules.noun} is not given in any language`, {
      place: part.place(path),
      hint: 'write it per language: {en: ...}',
    });
  } else {
    const wished = (rules.wished ?? []).filter((tag) => !Object.hasOwn(raw, tag));
    if (wished.length > 0) {
      problems.warn('missing-language', `${rules.noun} is not given in ${wished.join(' and ')}`, {
        place: part.place(path),
        hint: 'a name without translation may be repeated as it is',
      });
    }
  }
  return problems.errors > errors ? undefined : sortedLangMap(texts);
}
