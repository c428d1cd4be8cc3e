/** The twin of the canvas: the same entities and claims as tables, filtered and selected in step with it. */
import { useMemo } from 'preact/hooks';
import { once } from '../once.ts';
import type { Catalog } from '../state/catalog.ts';
import { ROWS, showRows } from '../state/view-state.ts';
import { useApp } from './app-context.ts';
import { claimColumns } from './claim-columns.tsx';
import { DataTable } from './data-table.tsx';
import { entityColumns } from './entity-columns.tsx';
import { PageTitle } from './page-title.tsx';

const entityRows = once(({ entities }: Catalog) => [...entities.values()]);
const claimRows = once(({ claims }: Catalog) => [...claims]);

export function TableView() {
  const app = useApp();
  const strings = app.strings.value;
  const { rows } = app.state.value;
  const { claims, entities } = app.shown.value;
  const counts = { entities: entities.size, claims: claims.size };
  const ofEntities = useMemo(
    () => (rows === 'entities' ? entityRows(app.catalog).filter(({ id }) => entities.has(id)) : []),
    [app, rows, entities],
  );
  const ofClaims = useMemo(
    () => (rows === 'entities' ? [] : claimRows(app.catalog).filter(([key]) => claims.has(key))),
    [app, rows, claims],
  );
  const number = new Intl.NumberFormat(strings.locale);
  return (
    <div class="table-view">
      <PageTitle />
      {/* biome-ignore lint/a11y/useSemanticElements: these are no fields */}
      <div class="rows-switch" role="group" aria-label={strings.rowsSwitch}>
        {ROWS.map((of) => (
          <button
            key={of}
            type="button"
            class="rows-button"
            aria-pressed={rows === of}
            onClick={() => app.change((state) => (state.rows === of ? state : showRows(state, of)))}
          >
            {strings.tableOf[of]} <span class="count">{number.format(counts[of])}</span>
          </button>
        ))}
      </div>
      {rows === 'entities' ? (
        <DataTable
          key="entities"
          label={strings.tableOf.entities}
          items={ofEntities}
          keyOf={({ id }) => id}
          columns={entityColumns(app).value}
          initial={{ column: 'claims', descending: true }}
        />
      ) : (
        <DataTable
          key="claims"
          label={strings.tableOf.claims}
          items={ofClaims}
          keyOf={([key]) => key}
          columns={claimColumns(app).value}
          initial={{ column: 'place', descending: false }}
        />
      )}
    </div>
  );
}
