/** Claims that refer to claims: each must exist, and none may lead back to itself. */
import type { ProblemList } from './problem-list.ts';
import type { ClaimLink } from './read-values.ts';

/** Ids of the claims of each article; `undefined` where an article's claims could not be read. */
export type KnownClaims = ReadonlyMap<string, ReadonlySet<string> | undefined>;

/** Reports links to claims that are not there. */
export function checkLinkEnds(links: readonly ClaimLink[], known: KnownClaims, problems: ProblemList): void {
  for (const { to, part, path } of links) {
    const [article = '', id = ''] = to.split('/');
    const claims = known.get(article);
    if (!known.has(article)) {
      const hint = problems.suggest(article, known.keys(), 'name an article of this dataset');
      const place = part.place(path);
      problems.error('unknown-claim', 'no article of the dataset has this id', {
        place,
        value: article,
        hint,
      });
    } else if (claims !== undefined && !claims.has(id)) {
      const hint = problems.suggest(id, claims, "check the claim's id");
      const place = part.place(path);
      problems.error('unknown-claim', `the article \`${article}\` has no claim of this id`, {
        place,
        value: id,
        hint,
      });
    }
  }
}

/** Reports each circle of claims once, at its first link in the order given. Depth-first search with its own stack. */
export function checkCycles(links: readonly ClaimLink[], problems: ProblemList): void {
  const next = new Map<string, ClaimLink[]>();
  for (const link of links) {
    const known = next.get(link.from);
    if (known) known.push(link);
    else next.set(link.from, [link]);
  }
  const done = new Set<string>();
  for (const start of next.keys()) {
    if (done.has(start)) continue;
    const path: { claim: string; taken: number }[] = [{ claim: start, taken: 0 }];
    const onPath = new Map([[start, 0]]);
    while (path.length > 0) {
      const top = path.at(-1)!;
      const link = next.get(top.claim)?.[top.taken];
      top.taken += 1;
      if (link === undefined) {
        done.add(top.claim);
        onPath.delete(top.claim);
        path.pop();
      } else if (onPath.has(link.to)) {
        const circle = [...path.slice(onPath.get(link.to)).map(({ claim }) => claim), link.to];
        problems.error('claim-cycle', 'these claims refer to each other in a circle', {
          place: link.part.place(link.path),
          value: circle.join(' > '),
          hint: 'a claim can only be about claims that stand without it',
        });
      } else if (!done.has(link.to)) {
        onPath.set(link.to, path.length);
        path.push({ claim: link.to, taken: 0 });
      }
    }
  }
}
