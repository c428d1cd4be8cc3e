/** Filters by what claims are like, each under a heading of its own. */
import { FACETS, type Facet } from '../state/filters.ts';
import { clearFacet } from '../state/view-state.ts';
import { useApp } from './app-context.ts';
import { ConfidenceFold } from './confidence-fold.tsx';
import { FacetList } from './facet-list.tsx';
import { Fold } from './fold.tsx';

/** Open from the start: they are the key to the lines. */
const OPEN: ReadonlySet<Facet> = new Set(['modality', 'polarity']);

export function Facets() {
  const app = useApp();
  const facets = FACETS.filter((facet) => facet !== 'article' || app.catalog.articles.size > 1);
  return (
    <>
      {facets.map((facet) => (
        <FacetFold key={facet} facet={facet} />
      ))}
      <ConfidenceFold />
    </>
  );
}

function FacetFold({ facet }: { facet: Facet }) {
  const app = useApp();
  const strings = app.strings.value;
  const chosen = app.state.value.filters.chosen[facet];
  return (
    <Fold
      name={strings.facets[facet]}
      open={OPEN.has(facet) || chosen.size > 0}
      chosen={chosen.size}
      onClear={() => app.change((state) => clearFacet(state, facet))}
    >
      <FacetList facet={facet} />
    </Fold>
  );
}
