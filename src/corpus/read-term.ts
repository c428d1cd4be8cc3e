/** Names of kinds, predicates and qualifiers to the ontology terms that they mean. */
import type { ReadingContext } from './article-context.ts';
import type { Path, SourcePart } from './source.ts';
import type { TermUse } from './vocabulary.ts';

const NOUNS: Readonly<Record<TermUse, string>> = {
  kind: 'kind',
  predicate: 'predicate',
  qualifier: 'qualifier',
};

/** The term's CURIE, or `undefined` after reporting why the name means none. */
export function readTerm(
  name: string,
  use: TermUse,
  part: SourcePart,
  path: Path,
  { vocabulary, problems }: Pick<ReadingContext, 'vocabulary' | 'problems'>,
  at?: 'key',
): string | undefined {
  const resolved = vocabulary.resolve(name, use);
  if ('id' in resolved) return resolved.id;
  if (!vocabulary.isComplete) return undefined;
  const refuse = (code: string, message: string, hint: string): undefined => {
    problems.error(code, message, { place: part.place(path, at), value: name, hint });
    return undefined;
  };
  if (resolved.problem === 'ambiguous') {
    const hint = `write one of ${resolved.matches.map((id) => `\`${id}\``).join(', ')}`;
    return refuse('ambiguous-name', `several ontologies define a ${NOUNS[use]} of this name`, hint);
  }
  const [other] = vocabulary.otherUses(name, use);
  if (other !== undefined) {
    const hint =
      other === 'qualifier'
        ? 'put it under `qualifiers:` of the claim that it qualifies'
        : other === 'predicate'
          ? 'make a claim of its own with it as `predicate:`'
          : 'kinds stand in `kind:` of an entity';
    return refuse('wrong-use', `this is a ${NOUNS[other]}, not a ${NOUNS[use]}`, hint);
  }
  const colon = name.indexOf(':');
  const prefix = name.slice(0, colon);
  if (colon >= 0 && !Object.hasOwn(vocabulary.prefixes, prefix)) {
    const known = Object.keys(vocabulary.prefixes);
    const hint = problems.suggest(prefix, known, 'declare the prefix in dataset.yaml under `prefixes:`');
    return refuse('unknown-prefix', `no prefix \`${prefix}\` is declared`, hint);
  }
  const otherwise = "use one that the dataset's ontologies define, or add it to your own ontology file";
  const hint = problems.suggest(name, vocabulary.names(use), otherwise);
  return refuse(`unknown-${use}`, `no ontology of the dataset defines this ${NOUNS[use]}`, hint);
}
