/** The columns of the table of entities. */
import { computed, type ReadonlySignal } from '@preact/signals';
import type { UnitedEntity } from '../../model/index.ts';
import { once } from '../once.ts';
import type { App } from '../state/app.ts';
import { communityNames } from './community-fold.tsx';
import type { ColumnOf } from './data-table.tsx';
import { entityName, termName } from './names.ts';
import { KindDot } from './references.tsx';
import { LIST_LIMIT, sentenceCase, Words } from './words.tsx';

const MEASURES = ['pageRank', 'betweenness'] as const;

/** The same columns as long as they would say the same: rows are put in order anew where they change. */
export const entityColumns = once((app: App): ReadonlySignal<readonly ColumnOf<UnitedEntity>[]> => {
  const measures = computed(() => {
    const { colouring, sizing } = app.state.value;
    return MEASURES.filter((name) => colouring === name || sizing === name).join(' ');
  });
  return computed(() => columnsOf(app, (name) => measures.value.includes(name)));
});

/** What colours and sizes show, as numbers; communities by name. */
function measureColumns(
  app: App,
  shows: (name: (typeof MEASURES)[number]) => boolean,
): ColumnOf<UnitedEntity>[] {
  const number = new Intl.NumberFormat(app.strings.value.locale, {
    style: 'percent',
    maximumSignificantDigits: 2,
  });
  const columns = MEASURES.filter(shows).map((name): ColumnOf<UnitedEntity> => {
    const measured = app.measures(name).value;
    const value = ({ id }: UnitedEntity) => measured?.get(id);
    const cell = (entity: UnitedEntity) => number.format(value(entity) ?? 0);
    return { id: name, numeric: true, value, cell };
  });
  const communityOf = app.communityOf.value;
  if (communityOf === undefined) return columns;
  const names = communityNames(app);
  const community = ({ id }: UnitedEntity) => names.get(communityOf.get(id) ?? -1);
  return [
    ...columns,
    { id: 'community', value: community, cell: (entity) => <bdi>{community(entity) ?? ''}</bdi> },
  ];
}

function columnsOf(app: App, shows: Parameters<typeof measureColumns>[1]): readonly ColumnOf<UnitedEntity>[] {
  const { catalog } = app;
  const { locale } = app.strings.value;
  const number = new Intl.NumberFormat(locale);
  const kind = (entity: UnitedEntity) => sentenceCase(termName(app, entity.kind), locale);
  const degree = ({ id }: UnitedEntity) => catalog.degree.get(id) ?? 0;
  return [
    {
      id: 'name',
      value: ({ id }) => entityName(app, id),
      cell: (entity) => (
        <>
          <KindDot kind={entity.kind} />
          <Words map={entity.label} fallback={entity.id} limit={LIST_LIMIT} />
        </>
      ),
    },
    { id: 'kind', value: kind, cell: (entity) => <bdi>{kind(entity)}</bdi> },
    { id: 'claims', numeric: true, value: degree, cell: (entity) => number.format(degree(entity)) },
    {
      id: 'mentions',
      numeric: true,
      value: ({ mentionCount }) => mentionCount,
      cell: ({ mentionCount }) => number.format(mentionCount),
    },
    ...measureColumns(app, shows),
    {
      id: 'description',
      value: ({ description }) => app.text(description) || undefined,
      cell: ({ description }) => <Words map={description} limit={LIST_LIMIT} />,
    },
  ];
}
