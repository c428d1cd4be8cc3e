/**
 * The shape of the data: one definition for the YAML files, for JSON Lines and for the published JSON Schema. What no
 * schema can say (references, ranges, dates, characters) is checked where the records are read.
 */
import * as z from 'zod';
import {
  ATTRIBUTION_FORMS,
  DERIVATIONS,
  ID_PATTERN,
  MENTION_FORMS,
  MODALITIES,
  POLARITIES,
  STRUCTURE_ROLES,
} from '../model/index.ts';

const text = z.string();
const id = z.string().regex(ID_PATTERN).describe('Letters, digits, - and _; unique ignoring case.');
const entityId = z.string().describe('Id of an entity that the same article lists.');
const langMap = z.record(z.string(), z.string()).describe('Text by BCP 47 language tag.');
const iri = z.string().describe('Absolute IRI.');
const languageTag = z.string().describe('BCP 47 language tag.');
const term = z.string().describe('CURIE, or a local name that exactly one of the ontologies defines.');
/** A bare year is a number to YAML. */
const edtf = z.union([z.string(), z.int()]).describe('Extended Date/Time Format, e.g. 2024-08 or 2024-08~.');
const xsdDate = z.string().describe('A day, e.g. 2024-08-13.');

export const spanSchema = z
  .tuple([z.int().min(0), z.int().min(0)])
  .describe('[start, end) in Unicode code points of the source text, counted from 0.');
const spans = z.array(spanSchema);

const lexical = z.union([z.string(), z.number()]);
const claimRef = z
  .strictObject({ claim: z.string().describe('Id of a claim of this article, or article/id.') })
  .describe('A claim as subject or value.');
const literal = z
  .strictObject({
    value: z.union([z.string(), z.number(), z.boolean()]).optional(),
    min: lexical.optional().describe('Lower bound, included; in place of value.'),
    max: lexical.optional().describe('Upper bound, included; in place of value.'),
    datatype: z
      .string()
      .optional()
      .describe('CURIE of a datatype; taken from the value where it is a number or boolean.'),
    lang: languageTag.optional(),
    unit: z.string().optional().describe('Free text, e.g. percent.'),
  })
  .describe('A literal: a value, or a range with min and max.');
const subject = z.union([entityId, claimRef]).describe('What the claim is about.');
const object = z.union([entityId, claimRef, literal]).describe('An entity id, a claim or a literal.');
const qualifierValue = z
  .union([entityId, z.number(), z.boolean(), claimRef, literal])
  .describe('A bare text is an entity id; a bare number or boolean is a literal.');

const attribution = z
  .strictObject({
    speaker: entityId,
    form: z.enum(ATTRIBUTION_FORMS).describe('Quoted word for word, or in indirect speech.'),
    channel: entityId.optional().describe('The medium: a post, a book, an interview.'),
    verb: z.string().optional().describe('The speech act in one English word.'),
    spans: spans.optional().describe('The spans that name the speaker and the act of speaking.'),
    get via() {
      return attribution.optional().describe("The next link outward: the channel's own source.");
    },
  })
  .meta({ id: 'attribution', description: 'Who said it.' });

export const claimSchema = z.strictObject({
  id,
  subject,
  predicate: term,
  object,
  qualifiers: z
    .record(z.string(), z.union([qualifierValue, z.array(qualifierValue)]))
    .optional()
    .describe('Property to value or list of values.'),
  time: edtf.optional().describe('When it holds (EDTF).'),
  said: edtf.optional().describe('When it was said (EDTF).'),
  attribution: attribution.optional().describe("Absent: the article's own voice."),
  modality: z.enum(MODALITIES).optional().describe('How firmly; default asserted.'),
  polarity: z
    .enum(POLARITIES)
    .optional()
    .describe('Default positive; negative: the article says that it is not so.'),
  derivation: z.enum(DERIVATIONS).optional().describe('Default explicit.'),
  confidence: z.number().min(0).max(1).optional().describe('0 to 1; absent: not estimated.'),
  statement: langMap.describe("One plain sentence per language, in the annotator's own words."),
  evidence: spans.describe('The shortest spans that carry the claim.'),
});

export const entitySchema = z.strictObject({
  id,
  kind: term.describe('A class of the ontologies: CURIE or local name.'),
  label: langMap,
  aliases: z
    .array(z.union([text, z.strictObject({ text, lang: languageTag.optional() })]))
    .optional()
    .describe('Names as they stand in the text, of 8 words at most.'),
  description: langMap.optional(),
  sameAs: z.array(iri).optional().describe('The same thing elsewhere, verified.'),
  closeMatch: z.array(iri).optional().describe('A close concept elsewhere.'),
  mentions: z
    .array(z.strictObject({ span: spanSchema, form: z.enum(MENTION_FORMS) }))
    .optional()
    .describe('Spans that refer to the entity.'),
});

export const articleSchema = z.strictObject({
  id,
  title: langMap,
  titleIsOurs: z
    .boolean()
    .optional()
    .describe("True where the source has no title and this one is the annotator's."),
  url: iri.optional(),
  language: languageTag.describe("The text's language."),
  published: edtf.optional(),
  credits: z
    .array(
      z.strictObject({
        role: z.enum(['source', 'photo', 'author', 'translator', 'publisher']),
        entity: entityId,
        spans: spans.optional(),
      }),
    )
    .optional(),
  text: z.strictObject({
    sha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .describe("SHA-256 of the text file's bytes, in lower-case hexadecimal."),
    codePoints: z.int().min(1).describe('Length of the text in Unicode code points.'),
  }),
  paragraphs: z
    .array(z.strictObject({ span: spanSchema, digest: langMap.describe('What it says, in our own words.') }))
    .optional(),
  structure: z
    .array(z.strictObject({ role: z.enum(STRUCTURE_ROLES), span: spanSchema }))
    .optional()
    .describe('Parts of the text that are not prose.'),
});

export const entitiesSchema = z.array(entitySchema);
export const claimsSchema = z.array(claimSchema);

/** One article as one line of JSON Lines. */
export const articleRecordSchema = z
  .strictObject({ article: articleSchema, entities: entitiesSchema, claims: claimsSchema })
  .meta({
    title: 'Clew article',
    description: 'One article with its entities and claims: one line of JSON Lines.',
  });

/** The same line without what its fields hold, which is checked field by field. */
export const articleLineSchema = z.strictObject({
  article: z.looseObject({}),
  entities: z.array(z.unknown()),
  claims: z.array(z.unknown()),
});

export const datasetSchema = z.strictObject({
  id,
  base: iri.describe('Absolute IRI that ends in / or #; all IRIs of the dataset begin with it.'),
  title: langMap,
  description: langMap,
  licence: iri,
  languages: z.array(languageTag).min(1).describe('In order of preference.'),
  prefixes: z.record(z.string(), z.string()).optional().describe('Prefix to namespace IRI.'),
  ontologies: z
    .array(z.string())
    .min(1)
    .describe('clew:core, clew:news, or paths of Turtle files relative to dataset.yaml.'),
  issued: xsdDate,
  modified: xsdDate,
});

export const identitySchema = z.array(
  z.strictObject({
    a: entityId,
    b: entityId,
    same: z.boolean(),
    decidedBy: z.string().describe('Role of the decider, never a name.'),
    date: edtf,
    reason: z.string(),
    retracted: z
      .boolean()
      .optional()
      .describe('True: the decision was taken back, and stands for the record only.'),
  }),
);

export type SpanRecord = z.infer<typeof spanSchema>;
export type LiteralRecord = z.infer<typeof literal>;
export type SubjectRecord = z.infer<typeof subject>;
export type ValueRecord = z.infer<typeof qualifierValue>;
export type AttributionRecord = z.infer<typeof attribution>;
export type ClaimRecord = z.infer<typeof claimSchema>;
export type EntityRecord = z.infer<typeof entitySchema>;
/** An article as its own file or field writes it, without entities and claims. */
export type ArticleHeadRecord = z.infer<typeof articleSchema>;
/** An article as one line of JSON Lines writes it. */
export type ArticleRecord = z.infer<typeof articleRecordSchema>;
export type DatasetRecord = z.infer<typeof datasetSchema>;
export type IdentityRecord = z.infer<typeof identitySchema>;

/** The published JSON Schema (draft 2020-12) of one line of JSON Lines. */
export function articleJsonSchema(): Record<string, unknown> {
  return z.toJSONSchema(articleRecordSchema, { target: 'draft-2020-12' });
}
