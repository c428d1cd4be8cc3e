/** The columns of the table of entities. */
import type { UnitedEntity } from '../../model/index.ts';
import type { App } from '../state/app.ts';
import type { ColumnOf } from './data-table.tsx';
import { entityName, termName } from './names.ts';
import { KindDot } from './references.tsx';
import { LIST_LIMIT, sentenceCase, Words } from './words.tsx';

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
    {
      id: 'description',
      value: ({ description }) => app.text(description) || undefined,
      cell: ({ description }) => <Words map={description} limit={LIST_LIMIT} />,
    },
  ];
}
