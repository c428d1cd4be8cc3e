/** Who says a claim: the speaker, how the words are given, where, and who passed them on. */
import { attributionChain, type Claim } from '../../model/index.ts';
import { useApp } from './app-context.ts';
import { EntityName } from './references.tsx';

export function AttributionChain({ claim }: { claim: Claim }) {
  const { strings } = useApp();
  const words = strings.value;
  const chain = attributionChain(claim);
  if (chain.length === 0) return <>{words.articleItself}</>;
  return (
    <ol class="chain">
      {chain.map(({ speaker, form, channel, verb }, index) => (
        // The same speaker may stand twice in a chain: the place is the link's identity.
        <li key={index}>
          {index > 0 && <span class="aside">{words.passedOnBy} </span>}
          <EntityName id={speaker} />{' '}
          <span class="aside">
            {[verb && words.verb(verb), words.forms[form]].filter(Boolean).join(', ')}
          </span>
          {channel !== undefined && (
            <>
              {' '}
              <span class="aside">{words.through} </span>
              <EntityName id={channel} />
            </>
          )}
        </li>
      ))}
    </ol>
  );
}
