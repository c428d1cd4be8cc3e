/** The columns of the table of claims. */
import { computed } from '@preact/signals';
import { edtfText, lineStyle } from '../../graph/index.ts';
import { attributionChain, type Claim } from '../../model/index.ts';
import { once } from '../once.ts';
import type { App } from '../state/app.ts';
import { paragraphAt } from '../state/marks.ts';
import type { ColumnOf } from './data-table.tsx';
import { LineGlyph } from './line-glyph.tsx';
import { claimName, entityName, facetValueName, termName, valueName } from './names.ts';
import { LIST_LIMIT, shorten, Words } from './words.tsx';

/** Longest text of an ordinary cell, in code points. */
const CELL_LIMIT = 80;

type Row = readonly [key: string, claim: Claim];

/** The same columns as long as they would say the same: rows are put in order anew where they change. */
export const claimColumns = once((app: App) => computed(() => columnsOf(app)));

function columnsOf(app: App): readonly ColumnOf<Row>[] {
  const strings = app.strings.value;
  const share = new Intl.NumberFormat(strings.locale, { style: 'percent' });
  const start = ([, claim]: Row) => claim.evidence[0]?.start;
  const plain = (id: ColumnOf<Row>['id'], text: (claim: Claim) => string | undefined): ColumnOf<Row> => ({
    id,
    value: ([, claim]) => text(claim),
    cell: ([, claim]) => <bdi dir="auto">{shorten(text(claim) ?? '', CELL_LIMIT)}</bdi>,
  });
  return [
    {
      id: 'statement',
      value: ([key]) => claimName(app, key),
      cell: ([key, claim]) => (
        <>
          <LineGlyph style={lineStyle(claim)} />
          <span class="sentence">
            <Words map={claim.statement} fallback={claimName(app, key)} limit={LIST_LIMIT} />
          </span>
        </>
      ),
    },
    plain('speaker', (claim) => {
      const speaker = attributionChain(claim)[0]?.speaker;
      return speaker === undefined ? strings.ownVoice : entityName(app, speaker);
    }),
    plain('modality', ({ modality }) => facetValueName(app, 'modality', modality)),
    plain('polarity', ({ polarity }) => facetValueName(app, 'polarity', polarity)),
    {
      id: 'time',
      value: ([, { time, said }]) => time ?? said,
      cell: ([, { time, said }]) => {
        const when = time ?? said;
        return when === undefined ? null : edtfText(when, strings);
      },
    },
    {
      id: 'place',
      numeric: true,
      value: start,
      cell: ([, claim]) => {
        const first = claim.evidence[0];
        const paragraph =
          first === undefined ? 0 : paragraphAt(app.catalog.articles.get(claim.article)!, first);
        return paragraph === 0 ? null : paragraph;
      },
    },
    {
      id: 'confidence',
      numeric: true,
      value: ([, { confidence }]) => confidence,
      cell: ([, { confidence }]) => (confidence === undefined ? null : share.format(confidence)),
    },
    plain('subject', ({ subject }) => valueName(app, subject)),
    plain('predicate', ({ predicate }) => termName(app, predicate)),
    plain('object', ({ object }) => valueName(app, object)),
  ];
}
