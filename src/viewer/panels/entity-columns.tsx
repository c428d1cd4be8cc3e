/** The columns of the table of entities. */
import type { UnitedEntity } from '../../model/index.ts';
import type { App } from '../state/app.ts';
import { communityNames } from './community-fold.tsx';
import type { ColumnOf } from './data-table.tsx';
import { entityName, termName } from './names.ts';
import { KindDot } from './references.tsx';
import { LIST_LIMIT, sentenceCase, Words } from './words.tsx';

/** What colours and sizes show, as numbers; communities by name. */
function measureColumns(app: App): ColumnOf<UnitedEntity>[] {
  const { colouring, sizing } = app.state.value;
  const number = new Intl.NumberFormat(app.strings.value.locale, {
    style: 'percent',
    maximumSignificantDigits: 2,
  });
  const columns = (['pageRank', 'betweenness'] as const)
    .filter((name) => colouring === name || sizing === name)
    .map((name): ColumnOf<UnitedEntity> => {
      const value = ({ id }: UnitedEntity) => app.measures(name).value?.get(id);
      const cell = (entity: UnitedEntity) => number.format(value(entity) ?? 0);
      return { id: name, numeric: true, value, cell };
    });
  if (app.communityOf.value === undefined) return columns;
  const names = communityNames(app);
  const community = ({ id }: UnitedEntity) => names.get(app.communityOf.value?.get(id) ?? -1);
  return [
    ...columns,
    { id: 'community', value: community, cell: (entity) => <bdi>{community(entity) ?? ''}</bdi> },
  ];
}

export function entityColumns(app: App): ColumnOf<UnitedEntity>[] {
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
      value: ({ mentions }) => mentions.length,
      cell: ({ mentions }) => number.format(mentions.length),
    },
    ...measureColumns(app),
    {
      id: 'description',
      value: ({ description }) => app.text(description) || undefined,
      cell: ({ description }) => <Words map={description} limit={LIST_LIMIT} />,
    },
  ];
}
