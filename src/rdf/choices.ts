/** The closed lists of the model as individuals of the core ontology. */
import type {
  AttributionForm,
  Credit,
  Derivation,
  MentionForm,
  Modality,
  Polarity,
  StructureRole,
} from '../model/index.ts';
import type { MappingContext } from './mapping-context.ts';
import type { NamedNode } from './quad.ts';
import { REFUSED } from './term-guard.ts';
import { clew } from './vocabulary.ts';

type Choices<K extends string> = Readonly<Record<K, NamedNode>>;

export const MODALITY: Choices<Modality> = {
  asserted: clew.asserted,
  reported: clew.reported,
  opinion: clew.opinion,
  predicted: clew.predicted,
  attempted: clew.attempted,
};
export const POLARITY: Choices<Polarity> = { positive: clew.positive, negative: clew.negative };
export const DERIVATION: Choices<Derivation> = { explicit: clew.explicit, implied: clew.implied };
export const ATTRIBUTION_FORM: Choices<AttributionForm> = { direct: clew.direct, indirect: clew.indirect };
export const MENTION_FORM: Choices<MentionForm> = {
  name: clew.nameMention,
  nominal: clew.nominalMention,
  pronoun: clew.pronounMention,
};
export const STRUCTURE_ROLE: Choices<StructureRole> = {
  dateline: clew.dateline,
  heading: clew.heading,
  caption: clew.caption,
  credits: clew.creditLine,
};
export const CREDIT_ROLE: Choices<Credit['role']> = {
  source: clew.sourceCredit,
  photo: clew.photoCredit,
  author: clew.authorCredit,
  translator: clew.translatorCredit,
  publisher: clew.publisherCredit,
};

/** The individual of a value, which is refused where the list does not have it. */
export function chosen<K extends string>(
  choices: Choices<K>,
  value: K,
  field: string,
  { guard }: MappingContext,
): NamedNode {
  if (Object.hasOwn(choices, value)) return choices[value];
  guard.refuse(
    'bad-value',
    `${field} has no such value`,
    String(value),
    field,
    `There are: ${Object.keys(choices).join(', ')}.`,
  );
  return REFUSED;
}
